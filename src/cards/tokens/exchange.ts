import { z } from 'zod';
import { id, named, uuid, version } from './values';

/** Without `pairing`, `who` as the words named her tells which one is meant; without both, the only one there is. */
const which = { pairing: uuid.optional(), who: named.optional() };

/** A pairing as it stands, its sessions and its end. */
export const exchangeTokens = {
  pairing: z.strictObject(which),
  /** `minutes`, `on` (an ISO day) and `way` are what the words named already. */
  log: z.strictObject({
    ...which,
    minutes: z.number().int().min(0).max(100_000).optional(),
    on: z.iso.date().optional(),
    way: z.string().max(20).optional(),
    topic: id.optional(),
  }),
  'confirm-session': z.strictObject({ session: uuid, version }),
  'correct-session': z.strictObject({ session: uuid, version }),
  session: z.strictObject({ session: uuid }),
  note: z.strictObject({ session: uuid }),
  'go-on': z.strictObject({ pairing: uuid, version: version.optional() }),
  end: z.strictObject(which),
} as const;
