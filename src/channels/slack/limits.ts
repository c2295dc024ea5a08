/**
 * What Slack takes at the most. Texts longer than these are shortened with an ellipsis, lists end in "and 7 more";
 * what cannot be shortened without changing its meaning (a value, an id) is refused with a RangeError instead.
 */
export const limits = {
  /** Slack refuses messages of about 13,000 characters, markup included, without saying so anywhere: we stay below. */
  message: { blocks: 50, characters: 12_000 },
  view: { blocks: 100, title: 24, submit: 24, close: 24, metadata: 3000 },
  summary: 2000,
  heading: 150,
  /** The most of one paragraph. Slack has no figure for rich text; this is the one of a plain section. */
  paragraph: 3000,
  /** The most rows, items, steps or bars that one block shows. */
  rows: 60,
  /** Slack's own charts, in messages only. Its pages differ about points (6, 12, 20): we stay within the least. */
  chart: { perMessage: 2, points: 6, title: 50, label: 20 },
  id: 255,
  buttonsPerRow: 25,
  button: { text: 75, value: 2000, url: 3000, spoken: 75 },
  confirm: { title: 100, text: 300, yes: 30, no: 30 },
  input: { label: 2000, hint: 2000, placeholder: 150, text: 3000, error: 500 },
  option: { text: 75, value: 150, detail: 75 },
  /** Radio buttons and checkboxes hold ten; a menu holds a hundred, or a hundred groups of a hundred. */
  options: { ticks: 10, menu: 100, groups: 100 },
} as const;
