import { type Decision, holds, refuse } from '../mentoring';
import { bestOpenMentor, openTopic, programsOn, recordEvent, type Tx } from '../store';
import type { Caller } from './caller';
import type { House } from './house';
import { meetWishes } from './meet-wishes';

/**
 * A coordinator opens a topic in every program of hers that has it; wishes that somebody can meet are met. `isNew` is
 * false where it was open.
 */
export async function openByCoordinator(
  tx: Tx,
  house: House,
  caller: Caller,
  topicId: string,
): Promise<Decision<{ isNew: boolean }>> {
  const on = await programsOn(tx);
  const hers = [...house.programs.values()].filter(
    (program) =>
      on.includes(program.id) && program.topicIds.includes(topicId) && holds(caller.roles, 'coordinator', program.id),
  );
  if (hers.length === 0) return refuse({ code: 'coordinators-only' });
  let isNew = false;
  for (const program of hers) {
    if (!(await openTopic(tx, program.id, topicId))) continue;
    isNew = true;
    await recordEvent(tx, { kind: 'topic.opened', facts: { program: program.id, topic: topicId } });
  }
  const mentor = await bestOpenMentor(tx, topicId);
  if (mentor !== undefined) await meetWishes(tx, house, mentor, [topicId]);
  return { ok: true, events: [{ isNew }] };
}
