import type { DateTime } from 'luxon';
import { type Decision, happened, refuse } from './decision';

export type ConcernKind = 'time' | 'fit' | 'behavior' | 'other';
export const concernKinds: readonly ConcernKind[] = ['time', 'fit', 'behavior', 'other'];
export type ConcernState = 'open' | 'taken' | 'closed';

/** A confidential call for help, read by its writer and one handler. `closed` is an end: nothing about it changes after. */
export type Concern = {
  readonly concernId: string;
  readonly writerId: string;
  /** The exchange that it is about; null where it is about none. */
  readonly pairingId: string | null;
  readonly kind: ConcernKind;
  readonly state: ConcernState;
  /** Grows by one with every change; a change is written only on the version that was read. */
  readonly version: number;
  /** Who reads it; null where nobody is left who could. */
  readonly handlerId: string | null;
  /** Who must not get it: those before whom she chose its reader, as it may be about them, and those who had it and lost it. */
  readonly passedOver: readonly string[];
  readonly openedAt: DateTime;
  readonly takenAt: DateTime | null;
  readonly closedAt: DateTime | null;
};

export type ConcernEvent =
  | { readonly kind: 'concern.taken' }
  | { readonly kind: 'concern.closed' }
  | { readonly kind: 'concern.handed-on'; readonly to: string | null };

export type ConcernAct =
  | { readonly act: 'take'; readonly by: string }
  | { readonly act: 'close'; readonly by: string }
  /** Whoever read it must not or cannot any more. */
  | { readonly act: 'hand-on'; readonly to: string | null };

/**
 * Whether this may happen to the concern now: only its handler takes and closes it. To take what one has taken changes
 * nothing, and so does handing it to who has it.
 */
export function decideConcern(concern: Concern, act: ConcernAct): Decision<ConcernEvent> {
  if (act.act !== 'hand-on' && act.by !== concern.handlerId) return refuse({ code: 'not-your-concern' });
  if (concern.state === 'closed') return refuse({ code: 'concern-closed' });
  switch (act.act) {
    case 'take':
      return concern.state === 'taken' ? happened() : happened({ kind: 'concern.taken' });
    case 'close':
      return happened({ kind: 'concern.closed' });
    case 'hand-on':
      return act.to === concern.handlerId ? happened() : happened({ kind: 'concern.handed-on', to: act.to });
  }
}

/** What the concern becomes by an event. Handed on, it is open again: the next one has not taken it yet. */
export function evolveConcern(concern: Concern, event: ConcernEvent, at: DateTime): Concern {
  const version = concern.version + 1;
  switch (event.kind) {
    case 'concern.taken':
      return { ...concern, version, state: 'taken', takenAt: at };
    case 'concern.closed':
      return { ...concern, version, state: 'closed', closedAt: at };
    case 'concern.handed-on':
      return {
        ...concern,
        version,
        state: 'open',
        handlerId: event.to,
        passedOver: [...concern.passedOver, ...(concern.handlerId === null ? [] : [concern.handlerId])],
        takenAt: null,
      };
  }
}

/** Somebody whose role lets her read concerns. `near` grows with how closely her unit holds the writer's; below 0: not at all. */
export type ConcernReader = {
  readonly personId: string;
  readonly role: 'coordinator' | 'program_manager';
  readonly near: number;
};

/**
 * Who may read a concern, the one to suggest first: the coordinators, the nearest before the others, then the program
 * managers. Never one who is barred: its writer, or a party to what it may be about.
 */
export const concernReaders = (
  all: readonly ConcernReader[],
  barred: ReadonlySet<string>,
): readonly ConcernReader[] => {
  const of = (role: ConcernReader['role']): readonly ConcernReader[] =>
    all.filter((each) => each.role === role).toSorted((a, b) => b.near - a.near);
  const seen = new Set(barred);
  return [...of('coordinator'), ...of('program_manager')].filter(({ personId }) => {
    if (seen.has(personId)) return false;
    seen.add(personId);
    return true;
  });
};
