import { DateTime } from 'luxon';
import type { Meeting, Pairing } from '../../src/mentoring';

/** Ana, a mentee, and Joan, her mentor, on a Wednesday morning in Anchorage. */
export const now = DateTime.fromISO('2026-11-18T19:00:00Z', { zone: 'utc' });
export const pairing: Pairing = {
  pairingId: 'p',
  programId: 'bethel-nome-exchange',
  topicId: 'case_notes',
  menteeId: 'ana',
  mentorId: 'joan',
  requestId: 'r',
  kind: 'exchange',
  state: 'active',
  version: 1,
  menteeGoesOn: false,
  mentorGoesOn: false,
  startedAt: now,
  endedAt: null,
  endedBy: null,
  endKind: null,
};
export const endedPairing: Pairing = { ...pairing, state: 'ended', endedAt: now, endedBy: 'mentee', endKind: 'other' };

/** Ana has proposed tomorrow and the day after. */
export const proposed: Meeting = {
  meetingId: 'm',
  pairingId: 'p',
  state: 'proposed',
  version: 1,
  proposedBy: 'ana',
  options: [now.plus({ days: 1 }), now.plus({ days: 2 })],
  minutes: 30,
  way: 'phone',
  startsAt: null,
  wasAt: null,
  calledOffBy: null,
  proposedAt: now,
  settledAt: null,
};
export const planned: Meeting = {
  ...proposed,
  state: 'planned',
  version: 2,
  startsAt: now.plus({ days: 2 }),
  settledAt: now,
};
