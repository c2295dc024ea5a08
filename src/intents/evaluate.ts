import {
  choosePairing,
  evaluationCard,
  evaluationFixed,
  evaluationForm,
  mostWords,
  nothingToEvaluate,
  refusal,
  token,
  tokens,
} from '../cards';
import { type Block, type FieldErrors, type FormValues, type Reply, replaceWith, say, type Token } from '../chat';
import { ables, type Evaluation, goOns, mostPoints, type Refusal, themes } from '../mentoring';
import {
  evaluationFor,
  evaluationView,
  followEvaluation,
  type GivenEvaluation,
  giveEvaluation,
  mayEvaluate,
  ownEvaluationWords,
  type Partner,
  partnersFor,
  toEvaluate,
  typeInPlace,
} from '../services';
import { intent, type Turn } from './intent';
import { keepOpen } from './talk/open';
import { ticked, typed } from './values';
import { type Which, whichPairing } from './which-pairing';

type Replies = Promise<readonly Reply[]>;
type Typed = { readonly values: FormValues; readonly errors: FieldErrors };

const isOn = (values: FormValues, id: string): boolean => ticked(values, id).includes('yes');

/** Reads the form; each fault stands at its field. */
function readForm(values: FormValues): { readonly given: GivenEvaluation } | { readonly errors: FieldErrors } {
  const points = typed(values, 'points');
  const able = ables.find((each) => each === typed(values, 'able'));
  const goOn = goOns.find((each) => each === typed(values, 'go_on'));
  const [helped, improve] = [typed(values, 'helped'), typed(values, 'improve')];
  const isPoint = /^\d$/u.test(points) && Number(points) >= 1 && Number(points) <= mostPoints;
  const tooLong = (text: string): string =>
    `That is ${text.length} characters long. Please say it in up to ${mostWords}.`;
  const errors = {
    ...(isPoint ? {} : { points: `Please pick one of the ${mostPoints} points.` }),
    ...(helped.length > mostWords ? { helped: tooLong(helped) } : {}),
    ...(improve.length > mostWords ? { improve: tooLong(improve) } : {}),
    ...(able === undefined ? { able: 'Please pick what comes nearest.' } : {}),
    ...(goOn === undefined ? { go_on: 'Please pick one: you can change your mind later.' } : {}),
  };
  if (Object.keys(errors).length > 0 || able === undefined || goOn === undefined) return { errors };
  const picked = ticked(values, 'themes');
  return {
    given: {
      points: Number(points),
      able,
      goOn,
      helped,
      improve,
      themes: themes.filter((theme) => picked.includes(theme)),
      releasesThemes: isOn(values, 'releases'),
      showsPartner: isOn(values, 'shows'),
      contactMe: isOn(values, 'contact'),
    },
  };
}

const tick = (is: boolean, id: string): FormValues => (is ? { [id]: 'yes' } : {});

/** What the form starts with: what she gave before. */
async function valuesOf({ tx }: Turn, own: Evaluation | undefined): Promise<FormValues> {
  if (!own) return {};
  return {
    ...(await ownEvaluationWords(tx, own)),
    points: String(own.points),
    able: own.able,
    go_on: own.goOn,
    themes: own.themes,
    ...tick(own.releasesThemes, 'releases'),
    ...tick(own.showsPartner, 'shows'),
    ...tick(own.contactMe, 'contact'),
  };
}

const refused = (because: Refusal): readonly Reply[] => [replaceWith(refusal(because))];

/** The card of today, in the place of the one acted on, from where it follows. */
async function show(sessionId: string, turn: Turn, first: readonly Block[]): Replies {
  const { tx, house, caller } = turn;
  const found = await evaluationFor(tx, house, caller, sessionId);
  const [seen] = found.ok ? found.events : [];
  if (!found.ok || !seen) return found.ok ? [] : refused(found.because);
  await followEvaluation(tx, house, caller, sessionId);
  const view = await evaluationView(tx, house, seen.session, seen.pairing, caller.person.personId);
  const card = evaluationCard(view, ...first);
  return [caller.on ? replaceWith(card) : say(card)];
}

/** The form, with what was typed and is wrong, or with what she gave before; or why there is none. */
async function openForm(sessionId: string, turn: Turn, again?: Partial<Typed>): Replies {
  const { tx, house, caller } = turn;
  const found = await evaluationFor(tx, house, caller, sessionId);
  const [seen] = found.ok ? found.events : [];
  if (!found.ok || !seen) return found.ok ? [] : refused(found.because);
  const view = await evaluationView(tx, house, seen.session, seen.pairing, caller.person.personId);
  const decision = await mayEvaluate(tx, seen);
  if (!decision.ok)
    return decision.because.code === 'evaluation-fixed'
      ? show(sessionId, turn, [evaluationFixed(view)])
      : refused(decision.because);
  await typeInPlace(tx, house, caller);
  const form = evaluationForm(view);
  if (again?.values && again.errors) return [{ kind: 'form', form, values: again.values, errors: again.errors }];
  return [{ kind: 'form', form, values: { ...(await valuesOf(turn, seen.own)), ...again?.values } }];
}

const question = 'Which exchange would you like to evaluate?';

/** Those of several exchanges that can be meant are asked about, and the next words can pick one. */
async function askWhich(
  turn: Turn,
  partners: readonly Partner[],
  tokenOf: (pairing: string) => Token,
): Promise<readonly Reply[]> {
  const choices = partners.map(({ name, topic, pairing: { pairingId } }) => ({
    name,
    topic,
    token: tokenOf(pairingId),
  }));
  await keepOpen(turn, {
    pending: { intent: 'evaluate', slots: {}, asks: 'choice', options: choices.map(({ name }) => name) },
    tokens: choices.map((choice) => choice.token),
  });
  const rows = choices.map(({ name, topic, token: own }) => ({
    name,
    topic,
    button: { label: 'This one', spoken: `${name}, ${topic}`, token: own },
  }));
  return [say(choosePairing(question, rows))];
}

/** The session that is meant: of one partner, or the only one that waits for her evaluation; else the question which. */
async function meant(turn: Turn, which: Which, points?: number): Promise<string | readonly Reply[]> {
  const tokenOf = (pairing: string) => token('evaluate', { pairing, points });
  const open = await toEvaluate(turn.tx, turn.house, turn.caller);
  if (which.pairing === undefined && which.who === undefined) {
    const [first, second] = open;
    if (first && !second) return first.sessionId;
    const partners = await partnersFor(turn.tx, turn.house, turn.caller);
    const choices = open.flatMap(({ pairingId }) => partners.filter(({ pairing }) => pairing.pairingId === pairingId));
    if (choices.length > 1) return askWhich(turn, choices, tokenOf);
    return first?.sessionId ?? [say(nothingToEvaluate())];
  }
  const found = await whichPairing(turn, which, question, tokenOf);
  if ('replies' in found) return found.replies;
  const own = open.find(({ pairingId }) => pairingId === found.meant.pairing.pairingId);
  return own?.sessionId ?? [say(nothingToEvaluate())];
}

/** Evaluates a session: the one that is named, or the last one of hers that she has not evaluated. */
export const evaluate = intent('evaluate', tokens.evaluate, {
  async run({ session, points, ...which }, turn) {
    const id = session ?? (await meant(turn, which, points));
    if (typeof id !== 'string') return id;
    return openForm(id, turn, points === undefined ? {} : { values: { points: String(points) } });
  },
  async submit({ session, points: _, ...which }, values, turn) {
    const id = session ?? (await meant(turn, which));
    if (typeof id !== 'string') return id;
    const read = readForm(values);
    if ('errors' in read) return openForm(id, turn, { values, errors: read.errors });
    const decision = await giveEvaluation(turn.tx, turn.house, turn.caller, id, read.given);
    if (!decision.ok && decision.because.code !== 'evaluation-fixed') return refused(decision.because);
    const replies = decision.ok ? await show(id, turn, []) : await openForm(id, turn);
    return turn.caller.on ? replies : [{ kind: 'close' }, ...replies];
  },
});
