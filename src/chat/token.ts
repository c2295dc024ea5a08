import { z } from 'zod';

const tokenSchema = z.strictObject({
  intent: z.string().min(1).max(60),
  args: z.record(z.string().max(40), z.union([z.string().max(400), z.number().finite()])),
});

/**
 * What a button, a form or a search field stands for: an intent and its arguments (ids, versions, topic ids, page
 * numbers). It carries no rights and never a person's words: who pressed comes from the wire, and the right is checked again.
 */
export type Token = z.infer<typeof tokenSchema>;

/** The wire form of a token; at most 2,000 characters, the least that both platforms carry. */
export function encodeToken(token: Token): string {
  const text = JSON.stringify([token.intent, token.args]);
  if (text.length > 2000) throw new RangeError(`The token of ${token.intent} is longer than a button can hold.`);
  return text;
}

/** Reads what `encodeToken` wrote; undefined for anything else, as clients can send anything. */
export function decodeToken(text: unknown): Token | undefined {
  if (typeof text !== 'string' || text.length > 2000) return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    if (!Array.isArray(parsed) || parsed.length !== 2) return undefined;
    return tokenSchema.safeParse({ intent: parsed[0], args: parsed[1] }).data;
  } catch {
    return undefined;
  }
}
