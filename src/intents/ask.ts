import {
  askForm,
  mostNeed,
  mostSuits,
  refusal,
  refusalWords,
  requestForMentee,
  supervisorWillHear,
  tokens,
} from '../cards';
import { type FieldErrors, type FormValues, type Reply, replaceWith, say } from '../chat';
import {
  ask as askMentor,
  followInPlace,
  mayAsk,
  programFor,
  supervisorToHear,
  typeInPlace,
  viewOf,
  whomToAsk,
} from '../services';
import { intent, type Turn } from './intent';
import { ticked, typed } from './values';

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

type Draft = { readonly mentor: string; readonly topic: string; readonly draft: string };

/** The form for one mentor; what was typed stays where it is shown again. */
async function form(
  args: Draft,
  { tx, house, caller }: Turn,
  values?: FormValues,
  errors?: FieldErrors,
): Promise<readonly Reply[]> {
  const whom = await whomToAsk(tx, house, args.mentor, args.topic);
  if (!whom) return [say(refusal({ code: 'no-such-person' }, args.topic))];
  await typeInPlace(tx, house, caller);
  const { personId: id, name, grade, office } = whom.mentor;
  const program = await programFor(tx, house, args.topic);
  const toHear = { mentorId: id, programId: program?.id ?? '' };
  const supervisor = await supervisorToHear(tx, house, caller, toHear);
  const beforehand = supervisor === undefined ? [] : [supervisorWillHear(supervisor)];
  const shown = askForm({ id, name, grade, office }, whom.topics, args.topic, args.draft, beforehand);
  return [{ kind: 'form', form: shown, values: values ?? { topic: args.topic }, ...(errors ? { errors } : {}) }];
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
    const errors = faultsOf(need, suits);
    if (Object.keys(errors).length > 0) return again(errors);
    const ways = ticked(values, 'ways').filter((way) => knownWays.has(way));
    const decision = await askMentor(tx, house, caller, {
      mentorId: mentor,
      topicId,
      draft,
      need,
      ways,
      suits: suits || null,
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
