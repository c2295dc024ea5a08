import { draftDropped, draftGone, tokens, withDraft } from '../cards';
import { type Act, type Form, type Reply, say } from '../chat';
import { draftFor, draftToken, dropDraft, keepDraft, subjectOf } from '../services';
import { type Intent, intent, type Turn } from './intent';

/**
 * What goes on with a form that was begun. `named` finds the intent whose form it is; its own checks say again whether
 * that form may be opened at all.
 */
export function draftIntents(named: (name: string) => Intent | undefined): readonly Intent[] {
  const open = async (args: { form: string; subject: string }, turn: Turn): Promise<readonly Reply[]> => {
    const form = await draftToken(turn.tx, turn.caller, args);
    return (form && named(form.intent)?.run(form.args, turn)) ?? [say(draftGone())];
  };
  const drop = async (args: { form: string; subject: string }, { tx, caller }: Turn): Promise<boolean> => {
    const form = await draftToken(tx, caller, args);
    return form !== undefined && dropDraft(tx, caller.person.personId, form);
  };
  return [
    intent('draft-open', tokens['draft-open'], { run: open }),
    intent('draft-drop', tokens['draft-drop'], {
      run: async (args, turn) => [say((await drop(args, turn)) ? draftDropped(args.form) : draftGone())],
    }),
    intent('draft-anew', tokens['draft-anew'], {
      async run(args, turn) {
        const form = await draftToken(turn.tx, turn.caller, args);
        if (!form) return [say(draftGone())];
        await dropDraft(turn.tx, turn.caller.person.personId, form);
        return named(form.intent)?.run(form.args, turn) ?? [say(draftGone())];
      },
    }),
  ];
}

const broughtBack = async (form: Form, shown: Extract<Reply, { kind: 'form' }>, turn: Turn): Promise<Reply> => {
  const kept = await draftFor(turn.tx, turn.caller.person.personId, form.token);
  if (kept === undefined) return shown;
  // Somebody picked in a search field is kept by her id alone, without the name that the field would have to show.
  const fields = new Set(
    form.fields.filter(({ field }) => field !== 'person' && field !== 'topic').map(({ id }) => id),
  );
  const values = Object.fromEntries(Object.entries(kept).filter(([id]) => fields.has(id)));
  if (Object.keys(values).length === 0) return shown;
  const which = { form: form.token.intent, subject: subjectOf(form.token) };
  return { ...shown, form: withDraft(form, which), values: { ...shown.values, ...values } };
};

/**
 * Nothing that was typed is lost: a form that comes back with errors keeps it, the same form opened again later shows it,
 * and a form that went through ends its draft.
 */
export async function heedDrafts(act: Act, replies: readonly Reply[], turn: Turn): Promise<readonly Reply[]> {
  const { personId } = turn.caller.person;
  if (act.kind === 'form') {
    const again = replies.find((reply) => reply.kind === 'form' && reply.errors !== undefined);
    if (again) await keepDraft(turn.tx, personId, act.token, act.values);
    else await dropDraft(turn.tx, personId, act.token);
    return replies;
  }
  const opened: Reply[] = [];
  for (const reply of replies) opened.push(reply.kind === 'form' ? await broughtBack(reply.form, reply, turn) : reply);
  return opened;
}
