import { answerForm, moreForm, mostAnswer, mostQuestion, type RequestView, tokens } from '../cards';
import type { FieldErrors, Form, FormValues, Reply } from '../chat';
import type { Request } from '../mentoring';
import { askMore as askMentee, requestFor, tellMore as tellMentor, typeInPlace, viewOf } from '../services';
import { intent, type Turn } from './intent';
import { formOutcome, outcome, overAlready, showRequest } from './show-request';
import { typed } from './values';

/** One of the two sides of a question: who writes, by which form, and when it is her turn. */
type Side = {
  readonly writer: 'mentor' | 'mentee';
  readonly form: (view: RequestView) => Form;
  readonly isOpen: (request: Request) => boolean;
  /** What was written is there already. */
  readonly isDone: (request: Request) => boolean;
  readonly settled: 'question-asked' | 'question-answered';
};

const asking: Side = {
  writer: 'mentor',
  form: moreForm,
  isOpen: ({ state, more }) => state === 'waiting' && more === null,
  isDone: ({ more }) => more !== null,
  settled: 'question-asked',
};
const telling: Side = {
  writer: 'mentee',
  form: answerForm,
  isOpen: ({ state, more }) => state === 'waiting' && more === 'asked',
  isDone: ({ more }) => more === 'answered',
  settled: 'question-answered',
};

/** The form, while it is this person's turn to write; else how it stands. */
async function form(
  side: Side,
  id: string,
  turn: Turn,
  filled: { readonly values?: FormValues; readonly errors?: FieldErrors } = {},
): Promise<readonly Reply[]> {
  const { tx, house, caller } = turn;
  const found = await requestFor(tx, caller, id);
  const [seen] = found.ok ? found.events : [];
  if (seen?.reader !== side.writer) return showRequest(id, turn);
  if (seen.request.state !== 'waiting') return showRequest(id, turn, await overAlready(id, turn, side.isDone));
  if (!side.isOpen(seen.request))
    return outcome({ ok: false, because: { code: side.settled, request: id } }, id, turn, side.isDone);
  await typeInPlace(tx, house, caller);
  return [{ kind: 'form', form: side.form(await viewOf(tx, house, seen.request, side.writer)), ...filled }];
}

/** What is wrong with what was typed; undefined where nothing is. */
const faultOf = (text: string, most: number, ifEmpty: string): string | undefined => {
  if (text === '') return ifEmpty;
  return text.length > most ? `That is ${text.length} characters long. Please say it in up to ${most}.` : undefined;
};

/** The mentor asks one question before she decides. */
export const askMore = intent('ask-more', tokens['ask-more'], {
  run: ({ request }, turn) => form(asking, request, turn),
  async submit({ request }, values, turn) {
    const question = typed(values, 'question');
    const fault = faultOf(question, mostQuestion, 'Please write your question: one that helps you decide.');
    if (fault !== undefined) return form(asking, request, turn, { values, errors: { question: fault } });
    const decision = await askMentee(turn.tx, turn.house, turn.caller, request, question);
    return formOutcome(decision, request, turn, asking.isDone);
  },
});

/** The mentee answers it. */
export const tellMore = intent('tell-more', tokens['tell-more'], {
  run: ({ request }, turn) => form(telling, request, turn),
  async submit({ request }, values, turn) {
    const answer = typed(values, 'answer');
    const fault = faultOf(answer, mostAnswer, 'Please write a few words: your mentor waits for them.');
    if (fault !== undefined) return form(telling, request, turn, { values, errors: { answer: fault } });
    const decision = await tellMentor(turn.tx, turn.house, turn.caller, request, answer);
    return formOutcome(decision, request, turn, telling.isDone);
  },
});
