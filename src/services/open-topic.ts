import { type Decision, happened, refuse } from '../mentoring';
import {
  bestOpenMentor,
  closeTopic,
  openTopic,
  programsOn,
  recordAudit,
  recordEvent,
  type Tx,
  waitingIn,
  wishesByTopic,
} from '../store';
import type { Caller } from './caller';
import type { House, ProgramPolicy } from './house';
import { meetWishes } from './meet-wishes';
import { mayTurn } from './topics';

/** The programs that are switched on here, have this topic and are this coordinator's. */
async function herPrograms(tx: Tx, house: House, caller: Caller, topicId: string): Promise<readonly ProgramPolicy[]> {
  const on = await programsOn(tx);
  return [...house.programs.values()].filter(
    (program) => on.includes(program.id) && program.topicIds.includes(topicId) && mayTurn(caller, program.id),
  );
}

/** What a coordinator did with a topic; `changed` is false where it was so already. Who waits: by a request, by a wish. */
export type TopicTurned = { readonly changed: boolean; readonly requests: number; readonly wishes: number };

const turned = async (tx: Tx, topicId: string, changed: boolean): Promise<Decision<TopicTurned>> =>
  happened({
    changed,
    requests: await waitingIn(tx, topicId),
    wishes: (await wishesByTopic(tx)).get(topicId) ?? 0,
  });

type Act = {
  /** False where the program had it so already. */
  readonly carryOut: (tx: Tx, programId: string, topicId: string) => Promise<boolean>;
  readonly event: string;
};

/** Opens or closes a topic in every program of this coordinator that has it; whether anything changed by that. */
async function turn(
  tx: Tx,
  house: House,
  caller: Caller,
  topicId: string,
  { carryOut, event }: Act,
): Promise<Decision<boolean>> {
  const hers = await herPrograms(tx, house, caller, topicId);
  if (hers.length === 0) {
    await recordAudit(tx, { action: 'write', objectKind: 'topic', objectId: topicId, outcome: 'denied' });
    return refuse({ code: 'coordinators-only' });
  }
  let changed = false;
  for (const program of hers) {
    if (!(await carryOut(tx, program.id, topicId))) continue;
    changed = true;
    await recordEvent(tx, { kind: event, facts: { program: program.id, topic: topicId } });
  }
  return happened(changed);
}

/** A coordinator opens a topic in every program of hers that has it; wishes that somebody can meet are met. */
export async function openByCoordinator(
  tx: Tx,
  house: House,
  caller: Caller,
  topicId: string,
): Promise<Decision<TopicTurned>> {
  const opened = await turn(tx, house, caller, topicId, { carryOut: openTopic, event: 'topic.opened' });
  if (!opened.ok) return opened;
  const mentor = await bestOpenMentor(tx, topicId);
  if (mentor !== undefined) await meetWishes(tx, house, mentor, [topicId]);
  return turned(tx, topicId, opened.events[0] === true);
}

/**
 * A coordinator closes a topic in every program of hers that has it: nobody finds it or asks in it any more. Offers and
 * wishes are kept for when it opens again. Requests that wait stay answerable: two people have begun something there, and
 * neither did wrong. Pairings go on.
 */
export async function closeByCoordinator(
  tx: Tx,
  house: House,
  caller: Caller,
  topicId: string,
): Promise<Decision<TopicTurned>> {
  const closed = await turn(tx, house, caller, topicId, { carryOut: closeTopic, event: 'topic.closed' });
  return closed.ok ? turned(tx, topicId, closed.events[0] === true) : closed;
}
