import { z } from 'zod';

const onOff = z.enum(['on', 'off']);
const time = z.string().regex(/^\d{2}:\d{2}$/);

/** What somebody sets of the messages that she gets. */
export const settingsTokens = {
  /** `back`: it gives way for what stands in its own place, the form. */
  settings: z.strictObject({ back: z.literal('form').optional() }),
  'settings-form': z.strictObject({}),
  /** What it was before the change of this version; `days` are the days of the week, 1 is Monday: "12345". */
  'settings-undo': z.strictObject({
    version: z.number().int().min(1),
    zone: z.string().max(60).optional(),
    from: time,
    to: time,
    days: z.string().regex(/^[1-7]{1,7}$/),
    reminders: onOff,
    digest: onOff,
  }),
  /** The organization's days off; `back`: they give way for what stands in their own place, a form. */
  'days-off': z.strictObject({ back: z.literal('form').optional() }),
  'day-off-add': z.strictObject({ on: z.iso.date().optional() }),
  /** `list`: a mark of the list that the form shows. */
  'days-off-change': z.strictObject({ list: z.string().max(12).optional() }),
  'day-off-undo': z.strictObject({ day: z.string().regex(/^(?:\d{4}-)?\d{2}-\d{2}$/) }),
} as const;
