import { cleanText } from '../../chat';
import type { WireActivity } from './activity';
import { isObject } from './json';

/**
 * The words of a message as the person meant them: without the mention of the bot that Teams puts in, without HTML
 * entities and hard spaces, and without the slash form of our name ("/mentor find x", "/find x" are "find x").
 */
export function saidIn(activity: WireActivity): string {
  const words = readable(withoutBot(activity.text ?? '', activity)).trim();
  return words.replace(/^\/(?:mentor(?:\s+|$))?/i, '').trim();
}

function withoutBot(text: string, activity: WireActivity): string {
  let rest = text;
  for (const entity of activity.entities ?? []) {
    if (!isObject(entity) || entity.type !== 'mention' || typeof entity.text !== 'string' || entity.text === '')
      continue;
    const mentioned = isObject(entity.mentioned) ? entity.mentioned.id : undefined;
    if (mentioned === activity.recipient.id) rest = rest.replaceAll(entity.text, ' ');
  }
  return rest;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function readable(text: string): string {
  const decoded = text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi,
    (whole, dec, hex, name) => {
      if (typeof name === 'string') return entities[name.toLowerCase()] ?? whole;
      const code = typeof dec === 'string' ? Number.parseInt(dec, 10) : Number.parseInt(String(hex), 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
  return cleanText(decoded.replaceAll('\u00a0', ' '));
}
