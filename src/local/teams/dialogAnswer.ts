import { isRecord, type Json, recordAt, textAt } from '../json';
import { actionsOf } from './cardParts';
import type { TeamsDialog } from './dialogs';
import { cardFaults } from './limits';
import type { TeamsWorld } from './world';

/** Whose window the answer is for: `id` names the one that is open, or the one to be opened. */
export type DialogPlace = Pick<TeamsDialog, 'id' | 'conversation'> & { readonly user: string };

const sizes = new Set(['small', 'medium', 'large']);
const isSize = (size: unknown): boolean => typeof size === 'number' || sizes.has(String(size));

function taskFaults(value: Json, card: Json): readonly string[] {
  const faults = [...cardFaults(card)];
  if (!textAt(value, 'title')) faults.push('the dialog has no title');
  if (!isSize(value.height) || !isSize(value.width)) faults.push('the dialog has no size');
  if (actionsOf(card).some(({ type }) => type === 'Action.Execute'))
    faults.push('a dialog sends by Action.Submit only');
  return faults;
}

function apply(body: unknown, { user, ...place }: DialogPlace, { dialogs }: TeamsWorld): string | undefined {
  if (body === undefined || (isRecord(body) && Object.keys(body).length === 0)) {
    dialogs.close(user);
    return undefined;
  }
  if (!isRecord(body)) return 'the answer to a dialog is not JSON';
  const task = recordAt(body, 'task');
  if (task.type === 'message') {
    dialogs.show(user, { ...place, title: 'Mentor Exchange', says: String(task.value) });
    return undefined;
  }
  if (task.type !== 'continue') return `a dialog cannot be answered with the type ${String(task.type)}`;
  const value = recordAt(task, 'value');
  const card = recordAt(recordAt(value, 'card'), 'content');
  const faults = taskFaults(value, card);
  if (faults.length > 0) return faults.join('; ');
  dialogs.show(user, { ...place, title: textAt(value, 'title') ?? '', card });
  return undefined;
}

/** Does in the client what the bot answered to a dialog. What it cannot follow is shown to the person. */
export function applyDialogAnswer(body: unknown, place: DialogPlace, world: TeamsWorld): void {
  const wrong = apply(body, place, world);
  if (wrong) world.trouble({ user: place.user, says: `Teams shows an error: ${wrong}.` });
  world.changed(place.user);
}
