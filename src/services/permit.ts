import { type Act, type Decision, may, refuse, type Thing } from '../mentoring';
import { recordAudit, type Tx } from '../store';
import { actorOf, type Caller } from './caller';

/** Refuses, to whoever has not the right, what coordinators have for the whole organization, and notes who tried; undefined to whoever has it. */
export async function permit(
  tx: Tx,
  caller: Caller,
  act: Act,
  thing: Thing & { readonly data: 'topic-figures' | 'days-off' },
): Promise<Decision<never> | undefined> {
  if (may(actorOf(caller), act, thing)) return undefined;
  await recordAudit(tx, { action: act, objectKind: thing.data, outcome: 'denied' });
  return refuse({ code: 'coordinators-only' });
}
