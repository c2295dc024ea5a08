import {
  correctForm,
  logForm,
  mostNote,
  mostSummary,
  refusal,
  refusalWords,
  sessionCard,
  sessionOwn,
  sessionSettled,
  type TokenArgs,
  token,
  tokens,
} from '../cards';
import { type Block, type FieldErrors, type FormValues, type Reply, replaceWith, say } from '../chat';
import { type Decision, isWay, type Refusal, type Session } from '../mentoring';
import {
  confirmSession,
  correctSession,
  followSession,
  type Logged,
  logSession,
  ownWords,
  partnerName,
  sessionFor,
  sessionTopics,
  sessionView,
  todayOf,
  typeInPlace,
} from '../services';
import { intent, type Turn } from './intent';
import { typed } from './values';
import { type Meant, whichPairing } from './which-pairing';

type Replies = Promise<readonly Reply[]>;

/** At which field of the form a refusal stands; undefined for one that no other typing would mend. */
const fieldOf = ({ code }: Refusal): string | undefined => {
  switch (code) {
    case 'no-such-day':
    case 'session-to-come':
    case 'session-too-old':
    case 'session-twice':
    case 'pairing-over':
      return 'on';
    case 'session-no-length':
    case 'session-too-long':
      return 'minutes';
    default:
      return undefined;
  }
};

/** The session's card of today, in the place of the one acted on; it follows the session from here on. */
async function show(sessionId: string, turn: Turn, ...first: readonly Block[]): Replies {
  const { tx, house, caller } = turn;
  const found = await sessionFor(tx, caller, sessionId);
  const [seen] = found.ok ? found.events : [];
  if (!found.ok || !seen) return found.ok ? [] : [replaceWith(refusal(found.because))];
  await followSession(tx, house, caller, sessionId);
  if (!caller.on && first.length === 0) return [];
  const card = sessionCard(await sessionView(tx, house, seen.session, seen.pairing, caller.person.personId), ...first);
  return [caller.on ? replaceWith(card) : say(card)];
}

type Read = { readonly logged: Logged } | { readonly errors: FieldErrors };

/** Reads a form about a session; each fault stands at its field. */
function readForm(values: FormValues, topics: ReadonlySet<string>): Read {
  const [on, minutes, way, topic] = [
    typed(values, 'on'),
    typed(values, 'minutes'),
    typed(values, 'way'),
    typed(values, 'topic'),
  ];
  const [summary, note] = [typed(values, 'summary').replace(/\s+/gu, ' '), typed(values, 'note')];
  const tooLong = (text: string, most: number): string =>
    `That is ${text.length} characters long. Please say it in up to ${most}.`;
  const errors = {
    ...(on === '' ? { on: 'Please pick the day on which you met.' } : {}),
    ...(/^\d{1,6}$/u.test(minutes) ? {} : { minutes: 'Please give the length in whole minutes, like 45.' }),
    ...(isWay(way) ? {} : { way: 'Please pick how you met.' }),
    ...(topics.has(topic) ? {} : { topic: 'Please pick what it was about.' }),
    ...(summary.length > mostSummary ? { summary: tooLong(summary, mostSummary) } : {}),
    ...(note.length > mostNote ? { note: tooLong(note, mostNote) } : {}),
  };
  if (Object.keys(errors).length > 0 || !isWay(way)) return { errors };
  return { logged: { heldOn: on, minutes: Number(minutes), way, topicId: topic, summary, note } };
}

/** How it turned out: the card of today, or the form again with what was typed and the reason at its field. */
async function outcome(decision: Decision<Session>, turn: Turn, again: (errors: FieldErrors) => Replies): Replies {
  if (!decision.ok) {
    const field = fieldOf(decision.because);
    if (field !== undefined) return again({ [field]: refusalWords(decision.because) });
    if (decision.because.code === 'session-settled') return show(decision.because.session, turn, sessionSettled());
    return [replaceWith(refusal(decision.because))];
  }
  const [session] = decision.events;
  return session ? show(session.sessionId, turn) : [];
}

/** A form that was sent from no card closes; what follows stands in the chat. */
const closing = async (turn: Turn, answer: Replies): Replies => {
  const replies = await answer;
  return turn.caller.on || replies.some(({ kind }) => kind === 'form') ? replies : [{ kind: 'close' }, ...replies];
};

async function openForm(turn: Turn, { pairing }: Meant, values: FormValues, errors?: FieldErrors): Replies {
  const { tx, house, caller } = turn;
  await typeInPlace(tx, house, caller);
  const form = logForm(
    pairing.pairingId,
    { name: await partnerName(tx, pairing, caller) },
    await sessionTopics(tx, house, pairing),
  );
  return [{ kind: 'form', form, values, ...(errors ? { errors } : {}) }];
}

/** What it was about: what was named, where the two can log it, or what they agreed on. */
async function topicMeant({ pairing }: Meant, { tx, house }: Turn, topic: string | undefined): Promise<string> {
  if (topic === undefined || topic === pairing.topicId) return pairing.topicId;
  return (await sessionTopics(tx, house, pairing)).some(({ id }) => id === topic) ? topic : pairing.topicId;
}

/** What is known of a session, as the form has it. */
const named = (
  { pairing: { topicId } }: Meant,
  { tx, caller }: Turn,
  { minutes, on, way = '', topic = topicId }: Pick<TokenArgs<'log'>, 'minutes' | 'on' | 'way' | 'topic'>,
): FormValues => ({
  on: on ?? todayOf(tx, caller),
  ...(minutes === undefined ? {} : { minutes: String(minutes) }),
  ...(isWay(way) ? { way } : {}),
  topic,
});

/** Logs a session, by the form or, where the words say all of it, at once. */
export const log = intent('log', tokens.log, {
  async run({ minutes, on, way, topic, ...which }, turn) {
    const found = await whichPairing(turn, which, 'With whom was it?', (pairing) =>
      token('log', { pairing, minutes, on, way, topic }),
    );
    if ('replies' in found) return found.replies;
    const { meant } = found;
    const topicId = await topicMeant(meant, turn, topic);
    const values = named(meant, turn, { minutes, on, way, topic: topicId });
    if (minutes === undefined || on === undefined || !isWay(way)) return openForm(turn, meant, values);
    const logged = { heldOn: on, minutes, way, topicId };
    const decision = await logSession(turn.tx, turn.house, turn.caller, meant.pairing.pairingId, logged);
    return outcome(decision, turn, (errors) => openForm(turn, meant, values, errors));
  },
  async submit(which, values, turn) {
    const found = await whichPairing(turn, which, 'With whom was it?', (pairing) => token('log', { pairing }));
    if ('replies' in found) return found.replies;
    const topics = new Set((await sessionTopics(turn.tx, turn.house, found.meant.pairing)).map(({ id }) => id));
    const again = (errors: FieldErrors): Replies => openForm(turn, found.meant, values, errors);
    const read = readForm(values, topics);
    if ('errors' in read) return again(read.errors);
    const decision = await logSession(turn.tx, turn.house, turn.caller, found.meant.pairing.pairingId, read.logged);
    return closing(turn, outcome(decision, turn, again));
  },
});

/** The form with all that the words have named, before anything is logged. */
export const logByForm = intent('log-form', tokens['log-form'], {
  async run({ pairing, ...known }, turn) {
    const found = await whichPairing(turn, { pairing }, 'With whom was it?', (id) => token('log', { pairing: id }));
    if ('replies' in found) return found.replies;
    const topic = await topicMeant(found.meant, turn, known.topic);
    return openForm(turn, found.meant, named(found.meant, turn, { ...known, topic }));
  },
});

export const session = intent('session', tokens.session, { run: ({ session: id }, turn) => show(id, turn) });

export const confirm = intent('confirm-session', tokens['confirm-session'], {
  async run({ session: id }, turn) {
    const decision = await confirmSession(turn.tx, turn.house, turn.caller, id);
    if (decision.ok) return show(id, turn);
    const { code } = decision.because;
    if (code === 'session-settled') return show(id, turn, sessionSettled());
    if (code !== 'session-own') return [replaceWith(refusal(decision.because))];
    const found = await sessionFor(turn.tx, turn.caller, id);
    const [seen] = found.ok ? found.events : [];
    return seen ? show(id, turn, sessionOwn(await partnerName(turn.tx, seen.pairing, turn.caller))) : [];
  },
});

async function correctionForm(
  args: { readonly session: string; readonly version: number },
  turn: Turn,
  given?: { readonly values: FormValues; readonly errors: FieldErrors },
): Replies {
  const { tx, house, caller } = turn;
  const found = await sessionFor(tx, caller, args.session);
  const [seen] = found.ok ? found.events : [];
  if (!found.ok || !seen) return found.ok ? [] : [replaceWith(refusal(found.because))];
  if (seen.session.state === 'confirmed') return show(args.session, turn, sessionSettled());
  await typeInPlace(tx, house, caller);
  const { heldOn, minutes, way, topicId } = seen.session;
  const form = correctForm(
    token('correct-session', args),
    args.session,
    { name: await partnerName(tx, seen.pairing, caller) },
    await sessionTopics(tx, house, seen.pairing),
  );
  if (given) return [{ kind: 'form', form, ...given }];
  const words = await ownWords(tx, args.session, caller);
  return [{ kind: 'form', form, values: { on: heldOn, minutes: String(minutes), way, topic: topicId, ...words } }];
}

export const correct = intent('correct-session', tokens['correct-session'], {
  run: (args, turn) => correctionForm(args, turn),
  async submit(args, values, turn) {
    const found = await sessionFor(turn.tx, turn.caller, args.session);
    const [seen] = found.ok ? found.events : [];
    if (!found.ok || !seen) return found.ok ? [] : [replaceWith(refusal(found.because))];
    const topics = new Set((await sessionTopics(turn.tx, turn.house, seen.pairing)).map(({ id }) => id));
    const again = (errors: FieldErrors): Replies => correctionForm(args, turn, { values, errors });
    const read = readForm(values, topics);
    if ('errors' in read) return again(read.errors);
    const decision = await correctSession(turn.tx, turn.house, turn.caller, args.session, read.logged);
    return closing(turn, outcome(decision, turn, again));
  },
});
