import { accountRules, directoryRules } from './directory';
import { exchangeRules } from './exchange';
import { messageRules, queueRule } from './messages';
import type { TableRule } from './rule';

/**
 * Every table of the database: what it is, how long it is kept, and what erasing a person does to it; in the order in which
 * both go through them.
 */
export const tableRules: readonly TableRule[] = [
  ...accountRules,
  ...exchangeRules,
  ...messageRules,
  ...directoryRules,
  queueRule,
];
