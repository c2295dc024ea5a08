import { mostNote, noteForm, noteKept, refusal, sessionCard, tokens } from '../cards';
import { type FieldErrors, type FormValues, type Reply, replaceWith } from '../chat';
import { followSession, keepNote, ownWords, partnerName, sessionFor, sessionView, typeInPlace } from '../services';
import { intent, type Turn } from './intent';
import { typed } from './values';

type Replies = Promise<readonly Reply[]>;

async function form(session: string, turn: Turn, given?: { values: FormValues; errors: FieldErrors }): Replies {
  const { tx, house, caller } = turn;
  const found = await sessionFor(tx, caller, session);
  const [seen] = found.ok ? found.events : [];
  if (!found.ok || !seen) return found.ok ? [] : [replaceWith(refusal(found.because))];
  await typeInPlace(tx, house, caller);
  const shown = noteForm(session, { name: await partnerName(tx, seen.pairing, caller) });
  if (given) return [{ kind: 'form', form: shown, ...given }];
  const { note } = await ownWords(tx, session, caller);
  return [{ kind: 'form', form: shown, values: { note } }];
}

/** Her own note on a session, which nobody else ever sees. */
export const note = intent('note', tokens.note, {
  run: ({ session }, turn) => form(session, turn),
  async submit({ session }, values, turn) {
    const { tx, house, caller } = turn;
    const words = typed(values, 'note');
    if (words.length > mostNote) {
      const errors = { note: `That is ${words.length} characters long. Please say it in up to ${mostNote}.` };
      return form(session, turn, { values, errors });
    }
    const kept = await keepNote(tx, caller, session, words);
    if (!kept.ok) return [replaceWith(refusal(kept.because))];
    const found = await sessionFor(tx, caller, session);
    const [seen] = found.ok ? found.events : [];
    if (!seen) return [];
    if (!caller.on) return [{ kind: 'close' }];
    await followSession(tx, house, caller, session);
    const view = await sessionView(tx, house, seen.session, seen.pairing, caller.person.personId);
    return [replaceWith(sessionCard(view, noteKept(words !== '')))];
  },
});
