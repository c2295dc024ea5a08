import { DateTime } from 'luxon';
import { z } from 'zod';
import type { Inbound } from '../chat';

const address = z.object({ channel: z.enum(['slack', 'teams']), ref: z.string() });
const token = z.object({ intent: z.string(), args: z.record(z.string(), z.union([z.string(), z.number()])) });
const act = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), text: z.string() }),
  z.object({ kind: z.literal('action'), token }),
  z.object({
    kind: z.literal('form'),
    token,
    values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  }),
  z.object({ kind: z.literal('search'), token, text: z.string() }),
  z.object({ kind: z.literal('home') }),
  z.object({ kind: z.literal('installed') }),
  z.object({ kind: z.literal('uninstalled') }),
  z.object({ kind: z.literal('personChanged'), active: z.boolean() }),
]);
const stored = z.object({
  id: z.string(),
  from: z.object({ channel: z.enum(['slack', 'teams']), tenant: z.string(), user: z.string() }),
  at: z.string(),
  place: z.enum(['private', 'shared']),
  home: address.optional(),
  on: z.object({ address, message: z.string() }).optional(),
  zone: z.string().optional(),
  formTakesPlace: z.literal(true).optional(),
  guest: z.boolean().optional(),
  act,
});

/** An act as it is kept until it is carried out. */
export function pack({
  id,
  from,
  at,
  place,
  home,
  on,
  formTakesPlace,
  zone,
  guest,
  locale: _,
  ...own
}: Inbound): string {
  return JSON.stringify({ id, from, at: at.toISO(), place, home, on, formTakesPlace, zone, guest, act: own });
}

/** Reads what `pack` wrote; undefined for anything else. */
export function unpack(text: string): Inbound | undefined {
  const parsed = stored.safeParse(JSON.parse(text));
  if (!parsed.success) return undefined;
  const { act: own, at, home, on, zone, guest, formTakesPlace, ...rest } = parsed.data;
  return {
    ...rest,
    ...own,
    at: DateTime.fromISO(at, { setZone: true }),
    ...(home ? { home } : {}),
    ...(on ? { on } : {}),
    ...(zone ? { zone } : {}),
    ...(formTakesPlace ? { formTakesPlace } : {}),
    ...(guest === undefined ? {} : { guest }),
  };
}
