import {
  concernClosed,
  concernFaults,
  concernForHandler,
  concernForm,
  concernForWriter,
  mostConcern,
  nobodyForConcern,
  noExchange,
  refusal,
  type TokenArgs,
  tokens,
} from '../cards';
import { type Block, type Card, type FieldErrors, type FormValues, type Reply, replaceWith, say } from '../chat';
import { type Concern, concernKinds } from '../mentoring';
import {
  concernChoices,
  concernFor,
  followConcern,
  handleConcern,
  type NewConcern,
  openConcern,
  pairingFor,
  type SeenConcern,
  tellWriter,
  typeInPlace,
} from '../services';
import { intent, type Turn } from './intent';
import { showPairing } from './pairing';
import { typed } from './values';

type Replies = Promise<readonly Reply[]>;
type Args = TokenArgs<'concern'>;

/** What was typed; where the one who was picked cannot be picked any more, the first one stands there. */
const kept = (readers: readonly { readonly personId: string }[], values: FormValues = {}): FormValues =>
  readers.some(({ personId }) => personId === values.reader)
    ? values
    : { ...values, reader: readers[0]?.personId ?? '' };

/** The form, with what was typed; where nobody could read it, that is said, and nothing is asked. */
async function form(args: Args, turn: Turn, values?: FormValues, errors?: FieldErrors): Replies {
  const { tx, house, caller } = turn;
  const found = await concernChoices(tx, house, caller, args.pairing ?? null);
  if (!found.ok) return [say(refusal(found.because))];
  const [choices] = found.events;
  const [first, ...others] = choices?.readers ?? [];
  if (!choices || !first) return [say(nobodyForConcern())];
  await typeInPlace(tx, house, caller);
  const draft = args.draft ?? tx.newId();
  const view = { ...choices, draft, readers: [first, ...others] as const };
  return [
    {
      kind: 'form',
      form: concernForm(view),
      values: kept(choices.readers, values),
      ...(errors ? { errors } : {}),
    },
  ];
}

const isId = (text: string): boolean => tokens['show-concern'].shape.concern.safeParse(text).success;

/** Which exchange it is about, from the form or settled before it: null for none; undefined where nothing was picked. */
function exchangeOf(args: Args, values: FormValues): string | null | undefined {
  if (args.pairing !== undefined) return args.pairing;
  const picked = typed(values, 'exchange');
  if (picked === noExchange) return null;
  return isId(picked) ? picked : undefined;
}

/** It was sent: the card it came from stands as before, and what was written has a card of its own. */
async function sent(turn: Turn, args: Args, concern: Concern): Replies {
  const { tx, house, caller } = turn;
  if (caller.on && args.pairing === undefined) {
    await followConcern(tx, house, caller, concern);
    return show(turn, concern.concernId);
  }
  await tellWriter(tx, house, concern);
  const own = args.pairing === undefined ? undefined : await pairingFor(tx, caller, args.pairing);
  const [seen] = own?.ok ? own.events : [];
  return caller.on && seen ? showPairing(turn, seen.pairing) : [{ kind: 'close' }];
}

type Written = Pick<NewConcern, 'pairingId' | 'kind' | 'words' | 'readerId'>;

/** Reads what was sent, or says at which fields something is missing. */
function readForm(args: Args, values: FormValues, asksWhich: boolean): Written | { readonly errors: FieldErrors } {
  const kind = concernKinds.find((each) => each === values.kind);
  const words = typed(values, 'words');
  const pairingId = asksWhich ? exchangeOf(args, values) : (args.pairing ?? null);
  const errors = {
    ...(kind === undefined ? { kind: concernFaults.kind } : {}),
    ...(pairingId === undefined ? { exchange: concernFaults.exchange } : {}),
    ...(words === '' ? { words: concernFaults.words } : {}),
    ...(words.length > mostConcern ? { words: concernFaults.long(words.length) } : {}),
  };
  if (kind === undefined || pairingId === undefined || Object.keys(errors).length > 0) return { errors };
  return { kind, words, pairingId, readerId: typed(values, 'reader') || (args.reader ?? '') };
}

/** A confidential call for help, to one coordinator. */
export const concern = intent('concern', tokens.concern, {
  run: (args, turn) => form(args, turn),
  async submit(args, values, turn) {
    const { tx, house, caller } = turn;
    const found = await concernChoices(tx, house, caller, args.pairing ?? null);
    if (!found.ok) return [say(refusal(found.because))];
    const [choices] = found.events;
    const written = readForm(args, values, (choices?.exchanges.length ?? 0) > 0);
    if ('errors' in written) return form(args, turn, values, written.errors);
    const draft = args.draft ?? tx.newId();
    const opened = await openConcern(tx, house, caller, { draft, ...written });
    if (opened === 'reader-gone') {
      const [first, second] = choices?.readers ?? [];
      const fault = second ? { reader: concernFaults.reader } : { words: concernFaults.nowAnother(first?.name ?? '') };
      return form({ ...args, draft }, turn, values, fault);
    }
    if (!opened.ok) return [say(refusal(opened.because))];
    const [own] = opened.events;
    return own ? sent(turn, args, own) : [];
  },
});

const cardOf = ({ view, reader, words }: SeenConcern, ...first: readonly Block[]): Card =>
  reader === 'writer'
    ? concernForWriter(view, ...first)
    : words === undefined
      ? concernClosed(view)
      : concernForHandler(view, words, ...first);

/** How it stands, for its writer or the one who reads it, in the place of the card acted on. */
async function show(turn: Turn, concernId: string, ...first: readonly Block[]): Replies {
  const { tx, house, caller } = turn;
  const found = await concernFor(tx, house, caller, concernId);
  if (!found.ok) return [replaceWith(refusal(found.because))];
  const [seen] = found.events;
  if (!seen) return [];
  await followConcern(tx, house, caller, seen.view.concern);
  return caller.on ? [replaceWith(cardOf(seen, ...first))] : [];
}

export const showConcern = intent('show-concern', tokens['show-concern'], {
  run: ({ concern: id }, turn) => show(turn, id),
});

async function handle(turn: Turn, concernId: string, act: 'take' | 'close'): Replies {
  const decision = await handleConcern(turn.tx, turn.house, turn.caller, concernId, act);
  if (decision.ok || decision.because.code === 'concern-closed') return show(turn, concernId);
  return [replaceWith(refusal(decision.because))];
}

export const takeConcern = intent('take-concern', tokens['take-concern'], {
  run: ({ concern: id }, turn) => handle(turn, id, 'take'),
});
export const closeConcern = intent('close-concern', tokens['close-concern'], {
  run: ({ concern: id }, turn) => handle(turn, id, 'close'),
});
