import { z } from 'zod';
import { named, uuid, version } from './values';

/** Without `pairing`, `who` as the words named her tells which one is meant; without both, the only one there is. */
const which = { pairing: uuid.optional(), who: named.optional() };

/** Meetings to come, and what they are about. */
export const meetingTokens = {
  /** `meeting` and `version` are the open meeting that other times are proposed for. */
  meet: z.strictObject({ ...which, meeting: uuid.optional(), version: version.optional() }),
  meeting: z.strictObject({ meeting: uuid }),
  /** `option` counts the proposed times from 0. */
  'pick-time': z.strictObject({ meeting: uuid, version, option: z.number().int().min(0).max(9) }),
  'call-off': z.strictObject({ meeting: uuid, version }),
  /** Whether the meeting took place: either of the two says so. */
  'we-met': z.strictObject({ meeting: uuid }),
  'not-met': z.strictObject({ meeting: uuid }),
  'calendar-file': z.strictObject({ meeting: uuid }),
  /** `meeting` is the one whose card it stands on. */
  agenda: z.strictObject({ ...which, meeting: uuid.optional() }),
} as const;
