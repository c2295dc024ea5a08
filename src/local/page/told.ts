/** A row of the ledger: one thing that one person is to be told, and the message that tells it. */
export type Told = {
  readonly kind: string;
  readonly notice: string;
  readonly to: string;
  readonly message: string | null;
  readonly reason: string | null;
  readonly channel: 'slack' | 'teams' | null;
  readonly at: string;
  readonly sentAt: string | null;
};
export type Standing = { readonly tone: 'good' | 'wait' | 'bad' | 'quiet'; readonly words: string };

const kinds: Readonly<Record<string, string>> = {
  home: 'Greeting and overview',
  'request-asked': 'A mentee asks for this mentor',
  'request-shown': 'A request, looked at again',
  'request-reminder': 'Reminder: a request waits for an answer',
  'request-sent': 'The request, kept up to date',
  'request-answered': 'The mentor has answered',
  'request-question': 'The mentor has a question before deciding',
  'request-question-reminder': 'Reminder: a question waits for an answer',
  'request-question-untold': 'The question cannot be brought to the mentee',
  'request-told-more': 'The question is answered: the request is back with the mentor',
  'request-next': 'It did not work out: the next choice was asked',
  'request-expired': 'Nobody answered in time',
  'request-withdrawn': 'The mentee took the request back',
  'request-mentor-left': 'The mentor does not work here any more',
  'request-mentee-left': 'The mentee does not work here any more',
  'request-mentor-unreachable': 'The request cannot be brought to its mentor',
  'request-mentee-unreachable': 'The answer cannot be brought to its mentee',
  'pairing-shown': 'The exchange, kept up to date',
  'session-shown': 'A session, kept up to date',
  'session-logged': 'The partner logged a session: is it right?',
  'session-confirmed': 'The partner confirmed a session',
  'pairing-ended': 'The partner ended the exchange',
  'pairing-agreed': 'Both go on after the first session',
  'trial-over': 'After the first session: go on?',
  'meeting-shown': 'A meeting, kept up to date',
  'meeting-proposed': 'The partner proposes times to meet',
  'meeting-planned': 'The partner picked a time to meet',
  'meeting-called-off': 'The partner called off a meeting',
  'meeting-day': 'Reminder: a meeting on the next working day',
  'meeting-hour': 'Reminder: a meeting soon',
  'meeting-met': 'A question: did you two meet?',
  'meeting-lapsed': 'Nobody picked a time to meet while it was ahead',
  'agenda-changed': 'The partner wrote on the agenda or added resources',
  'pairing-partner-left': 'The partner does not work here any more',
  orientation: 'How an exchange works, the first time',
  'supervisor-told': 'To the supervisor: somebody takes part',
  'resource-asked': 'Somebody is asked to sit in at the start',
  'resource-answered': 'Who was asked to sit in has answered',
  'concern-received': 'In confidence, to one coordinator',
  'concern-shown': 'What was written in confidence, kept up to date',
  'concern-news': 'News of what was written in confidence',
  'evaluation-asked': 'A question: how was the session?',
  'evaluation-words': 'Words of an evaluation that its writer shows',
  'report-released': 'To coordinators: the figures of a quarter are out',
  'evaluation-contact': 'To the coordinator: somebody would like to hear from her',
  digest: 'To the coordinator, on Mondays: where she is needed',
  'pair-asked': 'The coordinator asks how it goes',
  'nudge-first': 'A nudge: when do the two start?',
  'nudge-met': 'A nudge: when do the two meet again?',
  'nudge-shown': 'A nudge, looked at again',
  'evaluation-outstanding': 'A nudge: an evaluation is outstanding',
  'commitment-ending': 'To a mentor: her time is nearly over',
  'pair-letter': 'The coordinator writes to both',
  're-paired-mentee': 'The program ended the exchange: who else could help',
  're-paired-mentor': 'The program ended the exchange: the place is free again',
  'mentor-unreachable': 'To the coordinator: no message reaches a mentor',
  'person-unreachable': 'To the coordinator: no message reaches somebody any more',
  'mentor-full': 'The mentor has no free place any more',
  'answer-missed': 'An answer of the bot got lost',
  'mentor-entry': 'Her entry as a mentor, kept up to date',
  'pause-over': 'The mentor’s pause is over',
  'wish-met': 'A mentor for a kept wish',
  'wishes-met': 'Somebody had wished for this topic',
  'account-claimed': 'An account asks to be linked',
  'accounts-waiting': 'Accounts wait to be linked',
  'account-linked': 'Welcome after an account was linked',
};

const standings: Readonly<Record<string, Standing>> = {
  queued: { tone: 'wait', words: 'Waiting' },
  sending: { tone: 'wait', words: 'On its way' },
  sent: { tone: 'good', words: 'Sent' },
  uncertain: { tone: 'bad', words: 'Unclear, may have arrived' },
  suppressed: { tone: 'quiet', words: 'Not needed any more' },
  canceled: { tone: 'quiet', words: 'Told with another message' },
  dead: { tone: 'bad', words: 'Failed' },
};

const reasons: Readonly<Record<string, string>> = {
  settled: 'By its turn, it was settled already.',
  begun: 'By its turn, the meeting had begun.',
  overtaken: 'By its turn, a later reminder was due already.',
  stale: 'By its turn, it was too late to ask.',
  'reminders-off': 'That person wants no reminders.',
  left: 'That person does not work here any more.',
  'not-wanted': 'By its turn, there was nothing left to say.',
  joined: 'It travels with other news to the same person.',
  'no-address': 'There is no way to reach this person yet.',
  fault: 'It failed every time it was tried.',
  'never-arrived': 'It did not arrive, so it goes once more.',
  'sender-stopped': 'The sender stopped while it was on its way.',
  timeout: 'The platform did not answer in time.',
  ServiceError: 'The platform failed and did not say whether it has the message.',
  ratelimited: 'The platform asked to wait; it is tried again.',
};

/** Why somebody is told something, in plain words. */
export const whyTold = (kind: string): string =>
  kinds[kind] ?? kind.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase());

/** How a told thing stands. */
export const standing = ({ notice, message }: Pick<Told, 'notice' | 'message'>): Standing =>
  standings[notice === 'suppressed' ? 'suppressed' : (message ?? '')] ?? { tone: 'quiet', words: 'Not known' };

/** What waits or failed, and why; undefined where there is nothing to add. A platform's own code is shown as it is. */
export function reasonOf(reason: string | null): string | undefined {
  if (reason === null) return undefined;
  const [, code] = /^unreachable:(.*)$/.exec(reason) ?? [];
  if (code !== undefined) return `This person cannot be reached (${code}).`;
  return reasons[reason] ?? `The platform said: ${reason}.`;
}

/** How many messages went out after one moment and up to another; news told together are one message. */
export function sentBetween(rows: readonly Told[], after: string, until: string): number {
  const [from, to] = [Date.parse(after), Date.parse(until)];
  const went = rows.flatMap((row) => {
    const at = row.message === 'sent' && row.sentAt !== null ? Date.parse(row.sentAt) : Number.NaN;
    return at > from && at <= to ? [`${row.to} ${at}`] : [];
  });
  return new Set(went).size;
}

/** "No message", "1 message", "3 messages". */
export const countedMessages = (count: number): string =>
  count === 0 ? 'No message' : `${count} ${count === 1 ? 'message' : 'messages'}`;
