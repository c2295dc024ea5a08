import type { DateTime } from 'luxon';
import { type Decision, happened, type Refusal, refuse } from './decision';
import { isRunning, type Pairing, sideOf } from './pairing';
import type { Way } from './ways';

/** How many times can be proposed at once, and how long a meeting can be, in minutes. */
export const mostTimes = 3;
export const meetingLengths: readonly number[] = [15, 30, 45, 60, 90];

/**
 * `proposed`: one of the two named times, the other one picks. `past`: its time is over, or nobody picked one while they
 * were ahead. `missed`: one of the two says that it did not take place. Everything but `proposed` and `planned` is an end.
 */
export type MeetingState = 'proposed' | 'planned' | 'called-off' | 'past' | 'missed';

/** What is proposed: the times in the order in which they were named, for how many minutes, and how to meet. */
export type MeetingPlan = { readonly options: readonly DateTime[]; readonly minutes: number; readonly way: Way };

/** A meeting to come. Of a pairing at most one is open. */
export type Meeting = MeetingPlan & {
  readonly meetingId: string;
  readonly pairingId: string;
  readonly state: MeetingState;
  /** Grows by one with every change; whoever acts names the version that she saw. */
  readonly version: number;
  readonly proposedBy: string;
  readonly startsAt: DateTime | null;
  /** For when it was planned before somebody asked to move it. */
  readonly wasAt: DateTime | null;
  /** Who called it off, or said that it did not take place. Null also where it was called off as the exchange ended. */
  readonly calledOffBy: string | null;
  readonly proposedAt: DateTime;
  readonly settledAt: DateTime | null;
};

export type MeetingEvent =
  | { readonly kind: 'meeting.proposed'; readonly by: string; readonly plan: MeetingPlan }
  | { readonly kind: 'meeting.planned'; readonly startsAt: DateTime }
  | { readonly kind: 'meeting.called-off'; readonly by: string | null }
  | { readonly kind: 'meeting.past' }
  | { readonly kind: 'meeting.missed'; readonly by: string };

/** The meeting as somebody saw it when she acted; undefined where none was open. */
export type SeenMeeting = { readonly meeting: string; readonly version: number };

export type MeetingAct =
  /** Also other times for one that is proposed, and a move of one that is planned. */
  | {
      readonly act: 'propose';
      readonly by: string;
      readonly on: SeenMeeting | undefined;
      readonly plan: MeetingPlan;
      readonly at: DateTime;
    }
  /** `option` counts from 0. */
  | {
      readonly act: 'pick';
      readonly by: string;
      readonly on: SeenMeeting;
      readonly option: number;
      readonly at: DateTime;
    }
  | { readonly act: 'call-off'; readonly by: string; readonly on: SeenMeeting }
  /** Time goes by. */
  | { readonly act: 'pass'; readonly at: DateTime }
  /** The exchange has ended. */
  | { readonly act: 'end' };

export const isOpen = ({ state }: Pick<Meeting, 'state'>): boolean => state === 'proposed' || state === 'planned';

/** When it is over: at the end of the meeting, or where nobody picked one, when the last of the times begins. */
export function overAt({ state, startsAt, minutes, options, proposedAt }: Meeting): DateTime {
  if (state === 'planned' && startsAt) return startsAt.plus({ minutes });
  return options.reduce((last, each) => (each > last ? each : last), proposedAt);
}

/** The first time that cannot be proposed, counted from 0, and why: it is over, more than a year ahead, or named before. */
export function timesFault(
  options: readonly DateTime[],
  at: DateTime,
): { readonly option: number; readonly because: Refusal } | undefined {
  for (const [option, time] of options.entries()) {
    if (time <= at) return { option, because: { code: 'time-is-over' } };
    if (time > at.plus({ years: 1 })) return { option, because: { code: 'time-too-far' } };
    if (options.slice(0, option).some((other) => +other === +time)) return { option, because: { code: 'time-twice' } };
  }
  return undefined;
}

const isSeen = (open: Meeting | undefined, on: SeenMeeting | undefined): boolean =>
  open?.meetingId === on?.meeting && open?.version === on?.version;

function propose({ by, plan, at }: Extract<MeetingAct, { act: 'propose' }>): Decision<MeetingEvent> {
  if (plan.options.length === 0 || plan.options.length > mostTimes) return refuse({ code: 'no-time-named' });
  const fault = timesFault(plan.options, at);
  return fault ? refuse(fault.because) : happened({ kind: 'meeting.proposed', by, plan });
}

function pick(open: Meeting, { by, option, at }: Extract<MeetingAct, { act: 'pick' }>): Decision<MeetingEvent> {
  if (open.state !== 'proposed') return refuse({ code: 'meeting-changed' });
  if (open.proposedBy === by) return refuse({ code: 'own-times' });
  const startsAt = open.options[option];
  if (!startsAt) return refuse({ code: 'no-time-named' });
  return startsAt <= at ? refuse({ code: 'time-is-over' }) : happened({ kind: 'meeting.planned', startsAt });
}

/**
 * Whether this may happen to the meeting of a pairing now; `meeting` is the one that is open, if any. Either proposes, moves
 * or calls off; only the other one picks. Whoever acts on what has changed meanwhile is refused, so that of two acts at once
 * one counts.
 */
export function decideMeeting(pairing: Pairing, meeting: Meeting | undefined, act: MeetingAct): Decision<MeetingEvent> {
  const open = meeting && isOpen(meeting) ? meeting : undefined;
  if (act.act === 'end') return open ? happened({ kind: 'meeting.called-off', by: null }) : happened();
  if (act.act === 'pass') return open && act.at >= overAt(open) ? happened({ kind: 'meeting.past' }) : happened();
  if (!sideOf(pairing, act.by)) return refuse({ code: 'not-your-pairing' });
  if (!isRunning(pairing)) return refuse({ code: 'pairing-over', pairing: pairing.pairingId });
  if (!isSeen(open, act.on)) return refuse({ code: 'meeting-changed' });
  switch (act.act) {
    case 'propose':
      return propose(act);
    case 'pick':
      return open ? pick(open, act) : refuse({ code: 'meeting-changed' });
    case 'call-off':
      return happened({ kind: 'meeting.called-off', by: act.by });
  }
}

/**
 * One of the two says that a planned meeting did not take place. Of two answers one counts: refused where somebody was
 * faster, be it that the other one said so too, or that a session was logged (`isLogged`).
 */
export function decideMissed(
  pairing: Pairing,
  meeting: Meeting,
  { by, isLogged }: { readonly by: string; readonly isLogged: boolean },
): Decision<MeetingEvent> {
  if (!sideOf(pairing, by)) return refuse({ code: 'not-your-pairing' });
  if (!isRunning(pairing)) return refuse({ code: 'pairing-over', pairing: pairing.pairingId });
  if (meeting.state !== 'past' || meeting.startsAt === null || isLogged) return refuse({ code: 'meeting-changed' });
  return happened({ kind: 'meeting.missed', by });
}

/** A meeting that nobody knew of before, as it is proposed. */
export const newMeeting = (
  ids: Pick<Meeting, 'meetingId' | 'pairingId'>,
  { by, plan }: Extract<MeetingEvent, { kind: 'meeting.proposed' }>,
  at: DateTime,
): Meeting => ({
  ...ids,
  ...plan,
  state: 'proposed',
  version: 1,
  proposedBy: by,
  startsAt: null,
  wasAt: null,
  calledOffBy: null,
  proposedAt: at,
  settledAt: null,
});

/** What a meeting becomes by an event. A time that was agreed on no longer counts once somebody asks to move it. */
export function evolveMeeting(meeting: Meeting, event: MeetingEvent, at: DateTime): Meeting {
  const version = meeting.version + 1;
  switch (event.kind) {
    case 'meeting.proposed': {
      const wasAt = meeting.startsAt ?? meeting.wasAt;
      const { by: proposedBy, plan } = event;
      return { ...meeting, ...plan, version, state: 'proposed', proposedBy, startsAt: null, wasAt, proposedAt: at };
    }
    case 'meeting.planned':
      return { ...meeting, version, state: 'planned', startsAt: event.startsAt, wasAt: null, settledAt: at };
    case 'meeting.called-off':
      return { ...meeting, version, state: 'called-off', calledOffBy: event.by, settledAt: at };
    case 'meeting.past':
      return { ...meeting, version, state: 'past', settledAt: at };
    case 'meeting.missed':
      return { ...meeting, version, state: 'missed', calledOffBy: event.by };
  }
}
