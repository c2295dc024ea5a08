import {
  refusal,
  refusalWords,
  settingsAsked,
  settingsBack,
  settingsCard,
  settingsForm,
  settingsMoved,
  settingsSame,
  settingsSaved,
  settingsValues,
  tokens,
} from '../cards';
import { type Block, type FieldErrors, type FormValues, type Reply, replaceWith, say } from '../chat';
import type { Refusal, Settings } from '../mentoring';
import { changeSettings, settingsOf, settingsView, typeInPlace } from '../services';
import { intent, type Turn } from './intent';
import { ticked, typed } from './values';

type Replies = Promise<readonly Reply[]>;

/** At which field of the form a refusal stands; undefined for one that no other typing would mend. */
function fieldOf(because: Refusal): string | undefined {
  switch (because.code) {
    case 'no-such-zone':
      return 'zone';
    case 'no-such-hour':
      return because.which;
    case 'quiet-not-at-all':
    case 'quiet-all-day':
      return 'to';
    case 'no-working-day':
      return 'days';
    default:
      return undefined;
  }
}

/** Her settings as they stand, in the place of the card acted on; `before` is what can be taken back to. */
async function show(turn: Turn, before: Settings | undefined, ...first: readonly Block[]): Replies {
  const { tx, house, caller } = turn;
  const card = settingsCard(await settingsView(tx, caller), before, ...first);
  if (!caller.on) return [say(card)];
  await house.ledger.release(tx, caller.person.personId, caller.on);
  return [replaceWith(card)];
}

/** The form as it is set now, with what was typed or said over it. */
async function form(turn: Turn, named: FormValues, errors?: FieldErrors, ...first: readonly Block[]): Replies {
  const { tx, house, caller } = turn;
  await typeInPlace(tx, house, caller);
  const view = await settingsView(tx, caller);
  const values = { ...settingsValues(view.settings, view.zone), ...named };
  return [{ kind: 'form', form: settingsForm(view, ...first), values, ...(errors ? { errors } : {}) }];
}

/** What the form says; the zone of her account, left as it was, goes on following it. */
async function readForm(values: FormValues, turn: Turn): Promise<Partial<Settings>> {
  const { settings } = await settingsOf(turn.tx, turn.caller);
  const zone = typed(values, 'zone');
  const follows = settings.zone === null && zone === turn.caller.zone;
  const digest = typed(values, 'digest');
  return {
    ...(follows ? {} : { zone }),
    quietFrom: typed(values, 'from'),
    quietTo: typed(values, 'to'),
    days: ticked(values, 'days').map(Number),
    reminders: typed(values, 'reminders') !== 'off',
    ...(digest === '' ? {} : { digest: digest !== 'off' }),
  };
}

/** Sets what was said at once, with the way back; what cannot be meant comes back in the form, at its field. */
export async function setByWords(turn: Turn, change: Partial<Settings>, named: FormValues): Replies {
  const decision = await changeSettings(turn.tx, turn.caller, change);
  if (!decision.ok) {
    const field = fieldOf(decision.because);
    if (field === undefined) return [say(refusal(decision.because))];
    return form(turn, named, { [field]: refusalWords(decision.because) });
  }
  const [done] = decision.events;
  return done ? show(turn, done.before, settingsSaved()) : show(turn, undefined, settingsSame());
}

/** The form with what the words have named, before anything is set. */
export const settingsFormWith = (turn: Turn, named: FormValues): Replies =>
  form(turn, named, undefined, settingsAsked());

export const settings = intent('settings', tokens.settings, {
  run: async ({ back }, turn) =>
    back === 'form' ? show(turn, undefined) : [say(settingsCard(await settingsView(turn.tx, turn.caller)))],
});

export const settingsByForm = intent('settings-form', tokens['settings-form'], {
  run: (_, turn) => form(turn, {}),
  async submit(_, values, turn) {
    const decision = await changeSettings(turn.tx, turn.caller, await readForm(values, turn));
    if (!decision.ok) {
      const field = fieldOf(decision.because);
      if (field === undefined) return [replaceWith(refusal(decision.because))];
      return form(turn, values, { [field]: refusalWords(decision.because) });
    }
    const [done] = decision.events;
    const replies = await (done ? show(turn, done.before, settingsSaved()) : show(turn, undefined, settingsSame()));
    return turn.caller.on ? replies : [{ kind: 'close' }, ...replies];
  },
});

export const settingsUndo = intent('settings-undo', tokens['settings-undo'], {
  async run({ version, zone, from, to, days, reminders, digest }, turn) {
    const before: Settings = {
      zone: zone ?? null,
      quietFrom: from,
      quietTo: to,
      days: [...days].map(Number),
      reminders: reminders === 'on',
      digest: digest === 'on',
    };
    const decision = await changeSettings(turn.tx, turn.caller, before, version);
    return show(turn, undefined, decision.ok ? settingsBack() : settingsMoved());
  },
});
