import type { z } from 'zod';
import type { Token } from '../chat';
import { beginningTokens } from './tokens/beginning';
import { digestTokens } from './tokens/digest';
import { draftTokens } from './tokens/draft';
import { evaluationTokens } from './tokens/evaluation';
import { exchangeTokens } from './tokens/exchange';
import { meetingTokens } from './tokens/meeting';
import { nudgeTokens } from './tokens/nudge';
import { privacyTokens } from './tokens/privacy';
import { requestTokens } from './tokens/request';
import { settingsTokens } from './tokens/settings';
import { talkTokens } from './tokens/talk';

/** What every button and form says to the bot, and with which arguments: the one list that cards and intents share. */
export const tokens = {
  ...requestTokens,
  ...exchangeTokens,
  ...meetingTokens,
  ...evaluationTokens,
  ...privacyTokens,
  ...beginningTokens,
  ...digestTokens,
  ...nudgeTokens,
  ...draftTokens,
  ...settingsTokens,
  ...talkTokens,
} as const;

export type TokenName = keyof typeof tokens;
export type TokenArgs<N extends TokenName> = z.infer<(typeof tokens)[N]>;

/** A token whose arguments the compiler has checked. */
export function token<N extends TokenName>(intent: N, args: TokenArgs<N>): Token {
  const known: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(args)) if (value !== undefined) known[name] = value;
  return { intent, args: known };
}

const besides: ReadonlySet<string> = new Set([
  'help',
  'keep-wish',
  'drop-wish',
  'open-topic',
  'close-topic',
  'stop',
  'messages',
  'coordinators',
  'link',
  'orientation',
  'calendar-file',
  'report-file',
  'privacy',
  'draft-drop',
  'something-else',
  'after-that',
  'digest',
  'days-off',
  'see-pair',
]);
const paged: ReadonlySet<string> = new Set([
  'find',
  'topics',
  'mine',
  'overview',
  'closed',
  'accounts',
  'inactive',
  'waitlist',
]);
/** The cards that an answer to `leave-list` takes the place of; a request's own card stays. */
const giveWay: ReadonlySet<unknown> = new Set(['entry', 'sheet', 'leaving']);

/** Whether the answer to such a button is a message of its own: a side matter, or a list that is looked at for the first time. */
export const answersBelow = ({ intent, args }: Token): boolean =>
  besides.has(intent) ||
  (paged.has(intent) && args.page === undefined) ||
  (intent === 'settings' && args.back === undefined) ||
  (intent === 'report' && args.quarter === undefined) ||
  (intent === 'leave-list' && !giveWay.has(args.on));
