import type { NudgeView } from '../cards';
import { mostNudges, type Pairing, partnerOf } from '../mentoring';
import { canBeReached, type Tx } from '../store';
import type { House } from './house';
import { judgeNudge } from './nudges';
import { pairingView } from './pairing-view';

/**
 * What this one of the two is asked, as it stands now. The question stands as long as she needs it by the program and by what
 * she has answered, however often she has heard it.
 */
export async function nudgeView(tx: Tx, house: House, pairing: Pairing, readerId: string): Promise<NudgeView> {
  const program = house.programs.get(pairing.programId);
  if (!program) throw new Error(`No program ${pairing.programId} is loaded.`);
  const { need, heard, standing } = await judgeNudge(tx, program, pairing, readerId);
  const span = need === 'quiet' ? program.cadence.between : program.cadence.firstMeeting;
  return {
    ...(await pairingView(tx, house, pairing, readerId)),
    need,
    expected: span.toHuman(),
    isOpen: standing.turn === 'now',
    isLast: heard.heard >= mostNudges,
    until: heard.until,
    partnerUnreachable: !(await canBeReached(tx, partnerOf(pairing, readerId))),
  };
}
