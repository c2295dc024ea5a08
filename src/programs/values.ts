import { Duration } from 'luxon';
import { z } from 'zod';

/** A heading, name or word: one line of at most 120 characters. */
export const shortText = z
  .string()
  .regex(/^\S(?:[^\r\n]*\S)?$/u, 'must be one line of text, not empty and without spaces at its ends')
  .max(120);

/** A quoted sentence or two. */
export const sentence = z.string().regex(/\S/u, 'must not be empty').max(1_000);

export const idSchema = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$/u,
    'must be small letters and digits with "-" or "_" between, such as case_notes',
  )
  .max(60);

const durationShape =
  /^P(?=\d|T\d)(?:\d{1,4}Y)?(?:\d{1,4}M)?(?:\d{1,4}W)?(?:\d{1,4}D)?(?:T(?=\d)(?:\d{1,4}H)?(?:\d{1,4}M)?)?$/u;

/** A time span as ISO 8601 writes it, longer than nothing: P3D, P6M, PT36H. */
export const durationSchema = z
  .string()
  .regex(durationShape, {
    error: 'must be a time span such as P3D (3 days), P6M (6 months) or PT36H (36 hours)',
    abort: true,
  })
  .refine((text) => Duration.fromISO(text).toMillis() > 0, 'must be longer than nothing, such as P3D (3 days)')
  .transform((text) => Duration.fromISO(text));

const day = Duration.fromObject({ days: 1 });
const year = Duration.fromObject({ years: 1 });

/** How often people are written to: at most once a day, at least once a year. */
export const wholeDays = durationSchema
  .refine((span) => span.toMillis() >= day.toMillis(), 'must be a day or longer, such as P14D (14 days)')
  .refine((span) => span.toMillis() <= year.toMillis(), 'must be a year at the most, such as P30D (30 days)');
