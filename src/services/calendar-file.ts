import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { calendarTitle } from '../cards';
import { type Meeting, type Pairing, partnerOf } from '../mentoring';
import { peopleById, type Tx } from '../store';
import type { Caller } from './caller';
import { offerFile } from './files';
import type { House } from './house';

/**
 * A meeting as a calendar file (RFC 5545), in UTC, with the partner's name and nothing private. The same meeting keeps its
 * UID, and SEQUENCE grows with each change, so that a calendar puts a move in the place of what it holds. A meeting that is
 * called off, or asked to be moved, takes itself out again. Undefined where no time was ever agreed on.
 */
export function calendarText(meeting: Meeting, partner: string): string | undefined {
  const start = meeting.startsAt ?? meeting.wasAt;
  if (start === null) return undefined;
  const stands = meeting.state === 'planned' || meeting.state === 'past';
  const calendar = ical({
    prodId: { company: 'Mentor Exchange', product: 'Mentor Exchange', language: 'EN' },
    method: stands ? ICalCalendarMethod.PUBLISH : ICalCalendarMethod.CANCEL,
  });
  calendar.createEvent({
    id: `${meeting.meetingId}@mentor-exchange`,
    sequence: meeting.version,
    summary: calendarTitle(partner),
    stamp: (meeting.settledAt ?? meeting.proposedAt).toUTC(),
    start: start.toUTC(),
    end: start.toUTC().plus({ minutes: meeting.minutes }),
    status: stands ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
  });
  return calendar.toString();
}

/** A link to the meeting's calendar file, for her alone and for 24 hours; undefined where there can be none. */
export async function offerCalendarFile(
  tx: Tx,
  house: House,
  { person }: Pick<Caller, 'person'>,
  pairing: Pairing,
  meeting: Meeting,
): Promise<string | undefined> {
  if (house.publicUrl === undefined) return undefined;
  const partnerId = partnerOf(pairing, person.personId);
  const partner = (await peopleById(tx, [partnerId])).get(partnerId);
  const content = calendarText(meeting, partner?.name ?? '');
  if (content === undefined) return undefined;
  const token = await offerFile(tx, { personId: person.personId, kind: 'calendar', name: 'meeting.ics', content });
  return new URL(`/files/${token}`, house.publicUrl).toString();
}
