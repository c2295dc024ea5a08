import { mostSitIn, nothingChanged, orientation, refusal, sitInCard, sitInFaults, sitInForm, tokens } from '../cards';
import { type Block, type FieldErrors, type FormValues, type Reply, replaceWith } from '../chat';
import {
  answerSitIn,
  askToSitIn,
  followOrientation,
  followSitIn,
  orientationFor,
  sitInFor,
  sitInView,
  typeInPlace,
} from '../services';
import { intent, type Turn } from './intent';
import { typed } from './values';

type Replies = Promise<readonly Reply[]>;

/** Her orientation as it stands, where the mentee asks from: a form closes over it. */
async function shown({ tx, house, caller }: Turn, pairingId: string, ...first: readonly Block[]): Replies {
  const found = await orientationFor(tx, house, caller, pairingId);
  if (!found?.ok) return found ? [replaceWith(refusal(found.because))] : [];
  const [own] = found.events;
  if (!own || !caller.on) return [{ kind: 'close' }];
  await followOrientation(tx, house, caller, pairingId);
  return [replaceWith(orientation(own.view, ...first))];
}

async function form(turn: Turn, pairingId: string, values?: FormValues, errors?: FieldErrors): Replies {
  const { tx, house, caller } = turn;
  const found = await sitInFor(tx, house, caller, pairingId);
  const [own] = found.ok ? found.events : [];
  if (!found.ok && found.because.code === 'not-your-pairing') return [replaceWith(refusal(found.because))];
  if (!own || own.choices.length === 0) return shown(turn, pairingId, nothingChanged());
  await typeInPlace(tx, house, caller);
  const asked = sitInForm(own.mentor, own.topic, pairingId, own.choices);
  const first = own.choices[0]?.personId ?? '';
  return [{ kind: 'form', form: asked, values: values ?? { who: first }, ...(errors ? { errors } : {}) }];
}

/** The mentee asks somebody to sit in at the start of her first exchange. */
export const sitIn = intent('sit-in', tokens['sit-in'], {
  run: ({ pairing }, turn) => form(turn, pairing),
  async submit({ pairing }, values, turn) {
    const who = tokens['sit-in'].shape.pairing.safeParse(typed(values, 'who'));
    const words = typed(values, 'words');
    const errors = {
      ...(who.success ? {} : { who: sitInFaults.nobody }),
      ...(words.length > mostSitIn ? { words: sitInFaults.long(words.length) } : {}),
    };
    if (!who.success || words.length > mostSitIn) return form(turn, pairing, values, errors);
    const wish = { personId: who.data, words: words || null };
    const asked = await askToSitIn(turn.tx, turn.house, turn.caller, pairing, wish);
    if (asked === 'gone') return form(turn, pairing, values, { who: sitInFaults.gone });
    if (!asked.ok && asked.because.code === 'not-your-pairing') return [replaceWith(refusal(asked.because))];
    return shown(turn, pairing, ...(asked.ok ? [] : [nothingChanged()]));
  },
});

/** What was asked of her, as it stands after her answer. */
async function answer(turn: Turn, pairing: string, state: 'yes' | 'no'): Replies {
  const { tx, house, caller } = turn;
  const answered = await answerSitIn(tx, house, caller, pairing, state);
  const view = await sitInView(tx, house, pairing, caller.person.personId);
  if (!view) return answered.ok ? [] : [replaceWith(refusal(answered.because))];
  if (!caller.on) return [];
  await followSitIn(tx, house, caller, pairing);
  return [replaceWith(sitInCard(view, ...(answered.ok ? [] : [nothingChanged()])))];
}

export const sitInYes = intent('sit-in-yes', tokens['sit-in-yes'], {
  run: ({ pairing }, turn) => answer(turn, pairing, 'yes'),
});
export const sitInNo = intent('sit-in-no', tokens['sit-in-no'], {
  run: ({ pairing }, turn) => answer(turn, pairing, 'no'),
});
