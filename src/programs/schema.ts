import { DateTime } from 'luxon';
import { z } from 'zod';
import { ruleSchema } from './rule-schema';
import { durationSchema, idSchema, sentence, shortText, wholeDays } from './values';

const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/u, { error: 'must be a date such as 2005-04-29', abort: true })
  .refine((date) => DateTime.fromISO(date).isValid, 'must be a day that exists, such as 2005-04-29');

const source = z
  .strictObject({
    organization: shortText.describe('Who published it.'),
    title: shortText.describe('The title it was published under.'),
    date: isoDate.optional().describe('The date it carries: YYYY-MM-DD.'),
  })
  .describe('The published text this definition follows. Everything quoted below is quoted from it.');

const topicGroup = z.strictObject({
  label: shortText.describe('The heading people read.'),
  topics: z.array(idSchema).min(1).describe('Topic ids from topics.yaml.'),
});

const request = z.strictObject({
  remindAfter: durationSchema.describe('The mentor is reminded of an unanswered request after this time.'),
  expireAfter: durationSchema.describe('An unanswered request ends after this time. Longer than remindAfter.'),
});

/** Where a program sets no times: two weeks to begin, a month from one meeting to the next. */
const cadence = z
  .strictObject({
    firstMeeting: wholeDays
      .prefault('P14D')
      .describe(
        'A new pair has met or planned to meet within this time; else both partners and their coordinator hear of it.',
      ),
    between: wholeDays
      .prefault('P30D')
      .describe(
        'From one meeting to the next it takes no longer than this; else both partners and their coordinator hear of it.',
      ),
    evaluation: wholeDays
      .prefault('P7D')
      .describe('An evaluation that was asked for and is outstanding is called to mind after this time.'),
    again: wholeDays
      .prefault('P14D')
      .describe(
        'So much time lies between two nudges about the same thing. After three without any act of that person they stop.',
      ),
  })
  .prefault({});

const quotes = z.array(sentence).default([]);
/** More than five are not read. */
const plainSentences = z.array(sentence).max(5).default([]);

/** A program definition, as a file of `programs/` holds it; its output is what the house works with. */
export const programSchema = z.strictObject({
  id: idSchema.describe('Never changes: people, pairs and reports refer to it.'),
  name: shortText.describe('The name people read.'),
  source,
  shape: z
    .enum(['exchange', 'pair', 'cohort'])
    .describe(
      'exchange: on demand, as long as the need; pair: formal, for a term; cohort: a class with application and matching.',
    ),
  commitment: z
    .strictObject({ mentor: durationSchema.optional().describe('The mentor stays for at least this time.') })
    .default({}),
  topics: z.array(topicGroup).min(1).describe('What one can be mentored in here, in groups.'),
  opens: z.array(idSchema).min(1).describe('The topics open from the first day; a coordinator opens more.'),
  grades: z
    .array(shortText)
    .default([])
    .describe('The grades of this organization, from lowest to highest; grade rules refer to them.'),
  eligibility: z.array(ruleSchema).describe('Who may mentor whom: every rule must say yes.'),
  capacity: z.int().min(1).max(50).describe('How many mentees a mentor takes at once, unless she says otherwise.'),
  request,
  cadence,
  evaluation: z
    .strictObject({ afterEachExchange: z.boolean().describe('Mentor and mentee both evaluate after each exchange.') })
    .default({ afterEachExchange: false }),
  tellSupervisor: z
    .boolean()
    .default(false)
    .describe('A supervisor is told, once, that her report takes part as a mentee: not with whom, not about what.'),
  resourcePerson: z
    .boolean()
    .default(false)
    .describe('At her first exchange, a mentee may ask her supervisor or a coordinator to sit in at the start.'),
  firstTime: z
    .strictObject({ mentor: plainSentences, mentee: plainSentences })
    .default({ mentor: [], mentee: [] })
    .describe('What each is told at the first exchange, in plain words of our own.'),
  orientation: quotes.describe('What the source tells everybody, quoted.'),
  inPlainWords: z
    .array(sentence)
    .default([])
    .describe('What is expected of a mentor, in plain words of our own; they stand once below the quotes.'),
  expectations: z
    .strictObject({ mentor: quotes, mentee: quotes, supervisor: quotes })
    .default({ mentor: [], mentee: [], supervisor: [] })
    .describe('What the source expects of each, quoted.'),
});

const topic = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9_]*$/u, 'must be small letters, digits and "_", such as case_notes')
    .max(40),
  label: shortText.describe('The short title people read.'),
  words: z.array(shortText).min(1).describe('What people say when they mean it. A word may stand at several topics.'),
});

/** The topic catalog, as `programs/topics.yaml` holds it. */
export const catalogSchema = z.strictObject({
  groups: z.array(z.strictObject({ id: idSchema, label: shortText, topics: z.array(topic).min(1) })).min(1),
});

export type ProgramData = z.output<typeof programSchema>;
