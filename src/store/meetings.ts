import type { DateTime } from 'luxon';
import { In, MoreThan } from 'typeorm';
import type { Meeting, Pairing } from '../mentoring';
import { pairingsOf } from './pairings';
import { ownerKeys } from './people';
import type { Tx } from './store';
import { MeetingTable } from './tables';

const place = (meetingId: string): string => `meeting|${meetingId}|place`;

/** Stores a new meeting. The pairing's row must be locked: at most one meeting of a pairing is open. */
export async function insertMeeting(tx: Tx, meeting: Meeting): Promise<void> {
  await tx.manager.query(
    `insert into meeting (organization_id, meeting_id, pairing_id, state, version, proposed_by, options, minutes, way, proposed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.organizationId,
      meeting.meetingId,
      meeting.pairingId,
      meeting.state,
      meeting.version,
      meeting.proposedBy,
      meeting.options.map((option) => option.toJSDate()),
      meeting.minutes,
      meeting.way,
      meeting.proposedAt.toJSDate(),
    ],
  );
}

/** Writes the next state, on the version that was read; false where somebody was faster. */
export async function saveMeeting(tx: Tx, before: Meeting, after: Meeting): Promise<boolean> {
  const [, count]: [unknown[], number] = await tx.manager.query(
    `update meeting set state = $4, version = $5, proposed_by = $6, options = $7, minutes = $8, way = $9, starts_at = $10,
       was_at = $11, called_off_by = $12, proposed_at = $13, settled_at = $14
     where organization_id = $1 and meeting_id = $2 and version = $3`,
    [
      tx.organizationId,
      before.meetingId,
      before.version,
      after.state,
      after.version,
      after.proposedBy,
      after.options.map((option) => option.toJSDate()),
      after.minutes,
      after.way,
      after.startsAt?.toJSDate() ?? null,
      after.wasAt?.toJSDate() ?? null,
      after.calledOffBy,
      after.proposedAt.toJSDate(),
      after.settledAt?.toJSDate() ?? null,
    ],
  );
  return count === 1;
}

/** The meeting by its id, without its place. */
export const meetingById = async (tx: Tx, meetingId: string): Promise<Meeting | undefined> =>
  (await tx.manager.findOneBy(MeetingTable, { organizationId: tx.organizationId, meetingId })) ?? undefined;

/** The meeting of this pairing that is proposed or planned. */
export const openMeeting = async (tx: Tx, pairingId: string): Promise<Meeting | undefined> =>
  (await tx.manager.findOneBy(MeetingTable, {
    organizationId: tx.organizationId,
    pairingId,
    state: In<'proposed' | 'planned'>(['proposed', 'planned']),
  })) ?? undefined;

/** The meetings that this person has planned, with whom. */
export async function plannedMeetings(
  tx: Tx,
  personId: string,
): Promise<readonly { readonly meeting: Meeting; readonly pairing: Pairing }[]> {
  const pairings = new Map((await pairingsOf(tx, personId)).map((pairing) => [pairing.pairingId, pairing]));
  const meetings = await tx.manager.findBy(MeetingTable, {
    organizationId: tx.organizationId,
    pairingId: In([...pairings.keys()]),
    state: 'planned',
  });
  return meetings.flatMap((meeting) => {
    const pairing = pairings.get(meeting.pairingId);
    return pairing ? [{ meeting, pairing }] : [];
  });
}

/** Past meetings of this pairing that began after that moment: whether they took place may be asked still. */
export const meetingsSince = (tx: Tx, pairingId: string, since: DateTime): Promise<readonly Meeting[]> =>
  tx.manager.findBy(MeetingTable, {
    organizationId: tx.organizationId,
    pairingId,
    state: In<'past' | 'missed'>(['past', 'missed']),
    startsAt: MoreThan(since),
  });

/** The last meeting of this pairing that anybody proposed, whatever became of it. */
export const lastMeeting = async (tx: Tx, pairingId: string): Promise<Meeting | undefined> =>
  (await tx.manager.findOne(MeetingTable, {
    where: { organizationId: tx.organizationId, pairingId },
    order: { proposedAt: 'DESC', meetingId: 'DESC' },
  })) ?? undefined;

/** Keeps where to meet, sealed with the key of who proposes the meeting now; null takes it away. */
export async function savePlace(tx: Tx, { meetingId, proposedBy }: Meeting, words: string | null): Promise<void> {
  const sealed = words === null ? null : tx.vault.sealFor(await ownerKeys(tx, proposedBy), place(meetingId), words);
  await tx.manager.query('update meeting set place = $3 where organization_id = $1 and meeting_id = $2', [
    tx.organizationId,
    meetingId,
    sealed,
  ]);
}

/** Where to meet, for the two of them; null where nothing was said. */
export async function meetingPlace(tx: Tx, { meetingId, proposedBy }: Meeting): Promise<string | null> {
  const rows: { place: string | null }[] = await tx.manager.query(
    'select place from meeting where organization_id = $1 and meeting_id = $2',
    [tx.organizationId, meetingId],
  );
  const sealed = rows[0]?.place ?? null;
  return sealed === null ? null : tx.vault.openFor(await ownerKeys(tx, proposedBy), place(meetingId), sealed);
}
