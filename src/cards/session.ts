import { DateTime } from 'luxon';
import { type Block, type Button, buttons, type Card, card, facts, heading, notice, type Tone } from '../chat';
import type { Session, Side } from '../mentoring';
import type { PersonOnCard } from './request';
import { token } from './tokens';
import type { TopicView } from './topic';
import { firstName, ways } from './words';

/** A session as one of its two people sees it, at `now`, in her zone. */
export type SessionView = {
  readonly session: Session;
  readonly reader: Side;
  readonly readerId: string;
  readonly partner: PersonOnCard;
  readonly topic: TopicView;
  readonly summary: string | null;
  readonly zone: string;
  readonly now: DateTime;
};

/** "45 min", "1 h", "1 h 20 min". */
export const lengthWords = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [...(hours > 0 ? [`${hours} h`] : []), ...(rest > 0 || hours === 0 ? [`${rest} min`] : [])].join(' ');
};

/** A calendar day (ISO) as the reader speaks of it: "today", "yesterday", "Tuesday, November 17". */
export function dayWords(isoDay: string, zone: string, now: DateTime): string {
  const today = now.setZone(zone);
  if (isoDay === today.toISODate()) return 'today';
  if (isoDay === today.minus({ days: 1 }).toISODate()) return 'yesterday';
  const day = DateTime.fromISO(isoDay, { zone: 'utc' }).setLocale('en-US');
  return day.toFormat(day.year === today.year ? 'cccc, LLLL d' : 'LLLL d, yyyy');
}

/** A calendar day (ISO) that stays true however late it is read: "Tuesday, November 17". */
const fixedDay = (isoDay: string, now: DateTime): string => {
  const day = DateTime.fromISO(isoDay, { zone: 'utc' }).setLocale('en-US');
  return day.toFormat(day.year === now.year ? 'cccc, LLLL d' : 'LLLL d, yyyy');
};

const wasMine = ({ session, readerId }: SessionView): boolean => session.loggedBy === readerId;

/** The one sentence that says how the session stands. */
export function sessionStanding(view: SessionView): { readonly tone: Tone; readonly text: string } {
  const name = firstName(view.partner.name);
  if (view.session.state === 'confirmed') return { tone: 'good', text: 'Logged: you both agree on it.' };
  return wasMine(view)
    ? { tone: 'info', text: `Logged. ${name} is asked to confirm it.` }
    : { tone: 'info', text: `${name} logged it like this. Is that right?` };
}

const act = ({ session }: SessionView): { session: string; version: number } => ({
  session: session.sessionId,
  version: session.version,
});

const sessionButtons = (view: SessionView): readonly Button[] => {
  const name = view.partner.name;
  const note: Button = {
    label: 'My private note',
    spoken: `My private note on the session with ${name}`,
    token: token('note', { session: view.session.sessionId }),
    dialog: true,
  };
  if (view.session.state === 'confirmed') return [note];
  const confirm: Button = {
    label: 'Confirm',
    spoken: `Confirm the session with ${name}`,
    token: token('confirm-session', act(view)),
    emphasis: 'main',
  };
  const correct: Button = {
    label: 'Correct',
    spoken: `Correct the session with ${name}`,
    token: token('correct-session', act(view)),
    dialog: true,
  };
  return wasMine(view) ? [correct] : [confirm, correct];
};

/** A session in every state. `first` blocks stand on top. */
export function sessionCard(view: SessionView, ...first: readonly Block[]): Card {
  const { session, partner } = view;
  const { tone, text } = sessionStanding(view);
  const title = `Your session with ${partner.name}`;
  const [day, length, way] = [fixedDay(session.heldOn, view.now), lengthWords(session.minutes), ways[session.way]];
  return card(
    'session',
    `${title} on ${day}: ${length}, ${way}. ${text}`,
    heading(title),
    ...first,
    facts(
      ['When', day],
      ['How long', length],
      ['How', way ?? session.way],
      ['Topic', view.topic.label],
      ...(view.summary === null ? [] : [['For the coordinator', view.summary] as const]),
    ),
    notice(tone, text),
    buttons(...sessionButtons(view)),
  );
}

/** The partner agrees with what was logged. */
export function sessionConfirmed(view: SessionView): Card {
  const words = `${view.partner.name} confirmed your session of ${fixedDay(view.session.heldOn, view.now)}, ${lengthWords(view.session.minutes)}.`;
  return card('session-confirmed', words, notice('good', words));
}

/** The partner says that it was different. */
export const wasCorrected = (name: string): Block =>
  notice('info', `${firstName(name)} corrected what you had logged. Please look at it once more.`);

/** Her note is kept, or taken away. */
export const noteKept = (isThere: boolean): Block =>
  notice('good', isThere ? 'Your private note is kept. Only you can open it.' : 'Your private note is gone.');

/** It has been settled by both, so nothing was changed. */
export const sessionSettled = (): Block =>
  notice('warning', 'You both agree on this session already, so nothing was changed. Here is how it stands.');

/** She logged it herself: the other one confirms it. */
export const sessionOwn = (name: string): Block =>
  notice('info', `You logged this yourself, so it is ${firstName(name)} who confirms it.`);
