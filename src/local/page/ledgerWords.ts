import type { LedgerRow } from './api';

const kinds: Readonly<Record<string, string>> = {
  home: 'Welcome, or the Home tab',
  'request-asked': 'A mentee asks for a mentor',
  'request-shown': 'A request, asked for again',
  'request-sent': 'The mentee’s own request',
  'request-answered': 'The mentor has answered',
  'request-reminder': 'A reminder: a request waits',
  'request-expired': 'A request ended without an answer',
  'request-withdrawn': 'The mentee took the request back',
  'mentor-full': 'The mentor’s last place is taken',
  'pause-over': 'A mentor’s pause is over',
  'wish-met': 'Somebody offers what was wished for',
  'wishes-met': 'To the coordinator: wishes were met',
  'account-claimed': 'To the coordinator: whose account is this?',
  'accounts-waiting': 'To the coordinator: accounts wait',
  'account-linked': 'An account was linked',
};

/** Why somebody is told something. */
export const whyTold = ({ kind }: LedgerRow): string => kinds[kind] ?? kind.replaceAll('-', ' ');

const reasons: Readonly<Record<string, string>> = {
  settled: 'no longer needed',
  left: 'the person has left',
  joined: 'sent together with another one',
  'no-address': 'no chat to write to yet',
  'sender-stopped': 'the process stopped while sending',
};
const reasonOf = ({ reason }: LedgerRow): string => {
  if (reason === null) return '';
  if (reason.startsWith('unreachable')) return ': cannot be reached there';
  return `: ${reasons[reason] ?? reason}`;
};

const states: Readonly<Record<string, string>> = {
  queued: 'Waits to be sent',
  sending: 'Is being sent',
  sent: 'Sent',
  uncertain: 'May or may not have arrived',
  suppressed: 'Not sent',
  canceled: 'Not sent',
  dead: 'Could not be sent',
};

/** How it stands with what was to be told, and the sign that goes with it. */
export function howItStands(row: LedgerRow): { readonly sign: string; readonly words: string } {
  const state = row.notice === 'suppressed' || row.notice === 'canceled' ? row.notice : (row.message ?? row.notice);
  const sign = state === 'sent' || state === 'told' ? '✓' : state === 'queued' || state === 'sending' ? '…' : '!';
  return { sign, words: `${states[state] ?? state}${reasonOf(row)}` };
}
