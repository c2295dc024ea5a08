import { z } from 'zod';
import type { Rule } from '../mentoring/rules';
import { durationSchema, shortText } from './values';

const who = z.enum(['mentor', 'mentee']);
const grade = shortText.describe('One of the grades of this file.');

/** The closed list of eligibility rules; a program combines them freely. */
export const ruleSchema = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('willing') }).describe('The mentor offers it of their own will.'),
  z.strictObject({ rule: z.literal('capacity') }).describe('The mentor has a free place.'),
  z
    .strictObject({ rule: z.literal('grade'), who, from: grade.optional(), to: grade.optional() })
    .describe('The grade lies between these two, both included.'),
  z
    .strictObject({
      rule: z.literal('gradesAbove'),
      atLeast: z.int().min(1).max(50),
      whenMentee: grade.optional().describe('Asked only of a mentee at this grade.'),
    })
    .describe('The mentor stands at least so many grades above the mentee.'),
  z
    .strictObject({ rule: z.literal('service'), who, atMost: durationSchema })
    .describe('Has served no longer than this.'),
  z
    .strictObject({ rule: z.literal('appointment'), who, oneOf: z.array(shortText).min(1) })
    .describe('Is employed in one of these ways.'),
  z
    .strictObject({ rule: z.literal('outsideChainOfCommand') })
    .describe('The mentor is none of the mentee’s supervisors, up to the top.'),
]) satisfies z.ZodType<Rule>;
