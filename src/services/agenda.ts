import { type AgendaView, mostAgenda } from '../cards';
import { type Decision, happened, isRunning, type Pairing, partnerOf, refuse } from '../mentoring';
import { agendaOf, lastMeeting, lockPairing, lookedAtAgenda, recordEvent, saveAgenda, type Tx } from '../store';
import type { Caller } from './caller';
import type { House } from './house';
import { aboutMeeting } from './meeting-end';
import { aboutPairing, pairingFor, redrawPairing } from './pairing';

/** What the two have prepared, as either of them reads it; her own look makes the next change news again. */
export async function readAgenda(tx: Tx, caller: Pick<Caller, 'person'>, pairing: Pairing): Promise<AgendaView> {
  await lookAtAgenda(tx, caller, pairing);
  return agendaOf(tx, pairing);
}

/** She sees now what the other one wrote. */
export async function lookAtAgenda(tx: Tx, { person }: Pick<Caller, 'person'>, pairing: Pairing): Promise<void> {
  await lookedAtAgenda(tx, pairing.pairingId, person.personId === pairing.mentorId ? 'mentor' : 'mentee');
}

/**
 * Keeps her part: the agenda is the mentee's, the resources are the mentor's; '' takes it away. The other one is told, at most
 * once until she has looked. Refused to anybody else, once the exchange has ended, and beyond the most characters.
 */
export async function writeAgenda(
  tx: Tx,
  house: House,
  caller: Caller,
  pairingId: string,
  words: string,
): Promise<Decision<Pairing>> {
  const found = await pairingFor(tx, caller, pairingId, lockPairing);
  if (!found.ok) return found;
  const [own] = found.events;
  if (!own) return refuse({ code: 'no-such-pairing' });
  const { pairing, reader } = own;
  if (!isRunning(pairing)) return refuse({ code: 'pairing-over', pairing: pairingId });
  if (words.length > mostAgenda) return refuse({ code: 'words-too-long', most: mostAgenda });
  const before = await agendaOf(tx, pairing);
  if (words === ((reader === 'mentee' ? before.agenda : before.resources) ?? '')) return happened(pairing);
  const isNews = await saveAgenda(tx, pairing, reader, words === '' ? null : words);
  await recordEvent(tx, { kind: reader === 'mentee' ? 'agenda.written' : 'resources.written', pairingId });
  if (isNews)
    await house.ledger.tell(tx, {
      to: partnerOf(pairing, caller.person.personId),
      kind: 'agenda-changed',
      about: aboutPairing(pairingId),
      occurrence: tx.newId(),
    });
  const meeting = await lastMeeting(tx, pairingId);
  if (meeting) await house.ledger.redraw(tx, aboutMeeting(meeting.meetingId), caller.on);
  await redrawPairing(tx, house, pairing, caller.on);
  return happened(pairing);
}
