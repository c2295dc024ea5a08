import type { Reply } from '../chat';
import { tellsSeveral } from '../services';
import type { Scene } from './intent';

/** A card in the place of another one becomes a message of its own. */
const anew = (reply: Reply): Reply =>
  reply.kind === 'card' && reply.as === 'replace' ? { ...reply, as: 'new' } : reply;

/**
 * An act on a message that tells several things: what answers it comes as a message of its own, so that the other things
 * stay where they are. Where a form takes its place all the same, it is not redrawn while she types.
 */
export async function amongOthers(
  scene: Scene,
  answer: (scene: Scene) => Promise<readonly Reply[]>,
): Promise<readonly Reply[]> {
  const { tx, house, caller } = scene;
  const { on, person, formTakesPlace } = caller;
  if (!on || !(await tellsSeveral(tx, person.personId, on))) return answer(scene);
  const replies = await answer({ ...scene, caller: { ...caller, on: undefined } });
  if (formTakesPlace && replies.some(({ kind }) => kind === 'form'))
    await house.ledger.release(tx, person.personId, on);
  return replies.map(anew);
}
