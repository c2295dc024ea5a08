import { z } from 'zod';
import {
  askForm,
  mostNeed,
  mostSuits,
  nobody,
  refusal,
  refusalWords,
  requestForMentee,
  supervisorWillHear,
  tokens,
} from '../cards';
import { type FieldErrors, type FormValues, type Reply, replaceWith, say } from '../chat';
import {
  type AskForm,
  ask as askMentor,
  followInPlace,
  isSent,
  mayAsk,
  mentorsNamed,
  programFor,
  supervisorToHear,
  typeInPlace,
  viewOf,
  whomToAsk,
} from '../services';
import { intent, type Turn } from './intent';
import { ticked, typed } from './values';

const isId = (text: string): boolean => z.uuid().safeParse(text).success;

const knownWays = new Set(['in_person', 'phone', 'video', 'email', 'chat']);

function faultsOf(need: string, suits: string): FieldErrors {
  const errors: Record<string, string> = {};
  if (need === '') errors.need = 'Please write a few words, so that your mentor knows what it is about.';
  if (need.length > mostNeed)
    errors.need = `That is ${need.length} characters long. Please say it in up to ${mostNeed}.`;
  if (suits.length > mostSuits)
    errors.suits = `That is ${suits.length} characters long. Please say it in up to ${mostSuits}.`;
  return errors;
}

type Choices = { readonly choices: readonly string[]; readonly errors: FieldErrors };

const choiceFields = ['second', 'third'] as const;

/** The next choices, and what is wrong with them, at their fields: each is somebody else who can be asked in this topic now. */
function choicesOf(values: FormValues, mentorId: string, { others }: Pick<AskForm, 'others'>): Choices {
  const askable = new Set(others.map(({ id }) => id));
  const errors: Record<string, string> = {};
  const choices: string[] = [];
  for (const field of choiceFields) {
    const id = typed(values, field);
    if (id === '' || id === nobody) continue;
    if (id === mentorId) errors[field] = 'You ask this mentor first already. Please pick somebody else, or nobody.';
    else if (choices.includes(id))
      errors[field] = 'That is your second choice already. Please pick somebody else, or nobody.';
    else if (!askable.has(id))
      errors[field] =
        'This colleague cannot be asked about that topic right now. Please pick somebody else, or nobody.';
    else choices.push(id);
  }
  return { choices, errors };
}

/** Those who were picked and cannot be asked in this topic: they stay in the list, so that what was picked is still seen. */
async function pickedInVain({ tx }: Turn, values: FormValues, { others }: AskForm) {
  const known = new Set(others.map(({ id }) => id));
  const picked = choiceFields.map((field) => typed(values, field)).filter((id) => isId(id) && !known.has(id));
  return picked.length === 0 ? [] : mentorsNamed(tx, picked);
}

type Draft = { readonly mentor: string; readonly topic: string; readonly draft: string };

/** The form for one mentor; what was typed stays where it is shown again. */
async function form(
  args: Draft,
  turn: Turn,
  values: FormValues = { topic: args.topic },
  errors?: FieldErrors,
): Promise<readonly Reply[]> {
  const { tx, house, caller } = turn;
  const topicId = typed(values, 'topic') || args.topic;
  const whom = await whomToAsk(tx, house, caller, { mentorId: args.mentor, topicId });
  if (!whom) return [say(refusal({ code: 'no-such-person' }, args.topic))];
  await typeInPlace(tx, house, caller);
  const { personId: id, name, grade, office } = whom.mentor;
  const others = [...whom.others, ...(await pickedInVain(turn, values, whom))];
  const program = await programFor(tx, house, args.topic);
  const supervisor = await supervisorToHear(tx, house, caller, { mentorId: id, programId: program?.id ?? '' });
  const beforehand = supervisor === undefined ? [] : [supervisorWillHear(supervisor)];
  const shown = askForm({ id, name, grade, office }, whom.topics, args.topic, args.draft, { others, beforehand });
  return [{ kind: 'form', form: shown, values, ...(errors ? { errors } : {}) }];
}

/** Asks one mentor: the form first, then the request. A refusal stands at the form, so that nothing typed is lost. */
export const ask = intent('ask', tokens.ask, {
  async run({ mentor, topic, draft }, turn) {
    const because = await mayAsk(turn.tx, turn.house, turn.caller, mentor, topic);
    return because ? [say(refusal(because, topic))] : form({ mentor, topic, draft: draft ?? turn.tx.newId() }, turn);
  },
  async submit({ mentor, topic, draft: given }, values, turn) {
    const { tx, house, caller } = turn;
    const draft = given ?? tx.newId();
    const need = typed(values, 'need');
    const suits = typed(values, 'suits');
    const topicId = typed(values, 'topic') || topic;
    const again = (errors: FieldErrors): Promise<readonly Reply[]> =>
      form({ mentor, topic, draft }, turn, values, errors);
    const whom = await whomToAsk(tx, house, caller, { mentorId: mentor, topicId });
    const next = choicesOf(values, mentor, whom ?? { others: [] });
    // A form that comes a second time has asked already: whoever it names may well have been asked since.
    const inVain = (await isSent(tx, caller, draft)) ? {} : next.errors;
    const errors = { ...faultsOf(need, suits), ...inVain };
    if (Object.keys(errors).length > 0) return again(errors);
    const ways = ticked(values, 'ways').filter((way) => knownWays.has(way));
    const decision = await askMentor(tx, house, caller, {
      mentorId: mentor,
      topicId,
      draft,
      need,
      ways,
      suits: suits || null,
      nextChoices: next.choices,
    });
    if (!decision.ok) {
      // What waits already needs no second form; any other refusal stands at the form, so that nothing typed is lost.
      const settled = decision.because.code === 'asked-already' || decision.because.code === 'paired-already';
      return settled
        ? [replaceWith(refusal(decision.because, topicId))]
        : again({ topic: refusalWords(decision.because) });
    }
    const [request] = decision.events;
    if (!request || !caller.on) return [{ kind: 'close' }];
    await followInPlace(tx, house, caller, request, 'mentee');
    return [replaceWith(requestForMentee(await viewOf(tx, house, request, 'mentee')))];
  },
});
