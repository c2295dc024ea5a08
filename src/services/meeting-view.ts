import type { MeetingView, Plans } from '../cards';
import { isRunning, type Meeting, type Pairing, partnerOf } from '../mentoring';
import {
  agendaOf,
  lastMeeting,
  meetingPlace,
  openMeeting,
  type PersonView,
  peopleById,
  requestById,
  type Tx,
} from '../store';
import { zoneHere } from './caller';
import type { House } from './house';
import { onCard } from './request-view';

/** A meeting as this one of its two people sees it now, in her zone. */
export async function meetingView(
  tx: Tx,
  house: House,
  pairing: Pairing,
  meeting: Meeting,
  readerId: string,
): Promise<MeetingView> {
  const people = await peopleById(tx, [pairing.mentorId, pairing.menteeId]);
  const own = people.get(readerId);
  const partner = people.get(partnerOf(pairing, readerId));
  if (!own || !partner) throw new Error('A meeting has lost one of its people.');
  return {
    ...(await agendaOf(tx, pairing)),
    meeting,
    readerId,
    partner: onCard(partner),
    place: await meetingPlace(tx, meeting),
    zone: await zoneHere(tx, own.zone),
    partnerZone: await zoneHere(tx, partner.zone),
    hasFiles: house.publicUrl !== undefined,
    isEnded: !isRunning(pairing),
    now: tx.at,
  };
}

/** What the two of a pairing have ahead, as its card shows it. */
export async function plansOf(tx: Tx, pairing: Pairing, partner: PersonView): Promise<Plans> {
  return {
    ...(await agendaOf(tx, pairing)),
    meeting: await lastMeeting(tx, pairing.pairingId),
    partnerZone: await zoneHere(tx, partner.zone),
  };
}

/** The meeting of this pairing that is proposed or planned. */
export const openMeetingOf = (tx: Tx, { pairingId }: Pairing): Promise<Meeting | undefined> =>
  openMeeting(tx, pairingId);

/** What a form about a meeting says before anything is typed: as it is planned already, or as the two like to meet. */
export async function usualPlan(
  tx: Tx,
  { requestId, pairingId }: Pairing,
  open: Meeting | undefined,
): Promise<Readonly<Record<string, string>>> {
  const before = open ?? (await lastMeeting(tx, pairingId));
  if (before) {
    const { minutes, way } = before;
    const place = (await meetingPlace(tx, before)) ?? '';
    return { minutes: String(minutes), way, place };
  }
  const request = requestId === null ? undefined : await requestById(tx, requestId);
  const [way] = request?.ways ?? [];
  return { minutes: '30', ...(way === undefined ? {} : { way }) };
}
