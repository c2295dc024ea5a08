/** Slack writes these three characters as entities in what people type; mentions stay as `<@U…|name>`. */
export const unescapeText = (text: string): string =>
  text.replace(/&(amp|lt|gt);/g, (_, name) => (name === 'amp' ? '&' : name === 'lt' ? '<' : '>'));
