import type { DateTime } from 'luxon';
import { type Decision, happened, refuse } from './decision';

export type Side = 'mentor' | 'mentee';
/** `trial`: accepted for one introductory session, which holds the mentor's place. */
export type PairingState = 'trial' | 'active' | 'ended';
/** Why an exchange ended, without fault of anybody. */
export type EndKind = 'goal-reached' | 'no-time' | 'not-a-fit' | 'other';
export const endKinds: readonly EndKind[] = ['goal-reached', 'no-time', 'not-a-fit', 'other'];
/** Why a coordinator ended one, so that the mentee finds somebody else; for the record alone. */
export type RePairKind = 'no-contact' | 'no-time' | 'not-a-fit' | 'other';
export const rePairKinds: readonly RePairKind[] = ['no-contact', 'no-time', 'not-a-fit', 'other'];
/** Who ended an exchange: one of the two, by a word or by leaving, or a coordinator. */
export type EndedBy = Side | `${Side}-left` | 'coordinator';

/** An accepted mentor and mentee. `ended` is an end: nothing about it changes after. */
export type Pairing = {
  readonly pairingId: string;
  readonly programId: string;
  readonly topicId: string;
  readonly menteeId: string;
  readonly mentorId: string;
  readonly requestId: string | null;
  readonly kind: 'exchange' | 'formal';
  readonly state: PairingState;
  /** Grows by one with every change; a change is written only on the version that was read. */
  readonly version: number;
  /** Whether each said, after the introductory session, that they would like to go on. */
  readonly menteeGoesOn: boolean;
  readonly mentorGoesOn: boolean;
  readonly startedAt: DateTime;
  readonly endedAt: DateTime | null;
  readonly endedBy: EndedBy | null;
  readonly endKind: EndKind | RePairKind | null;
};

export type PairingEvent =
  | { readonly kind: 'pairing.goes-on'; readonly who: Side }
  /** Both said after the introductory session that they go on. */
  | { readonly kind: 'pairing.agreed' }
  | { readonly kind: 'pairing.ended'; readonly by: EndedBy; readonly why: EndKind | RePairKind | null };

export type PairingAct =
  | { readonly act: 'go-on'; readonly by: string }
  | { readonly act: 'end'; readonly by: string; readonly why: EndKind }
  /** `by` does not work here any more. */
  | { readonly act: 'leave'; readonly by: string }
  /** A coordinator, who is neither of the two, ends what she saw in this version. */
  | { readonly act: 're-pair'; readonly by: string; readonly why: RePairKind; readonly version: number };

/** Which of the two this person is; undefined for anybody else. */
export const sideOf = (pairing: Pick<Pairing, 'mentorId' | 'menteeId'>, personId: string): Side | undefined =>
  personId === pairing.mentorId ? 'mentor' : personId === pairing.menteeId ? 'mentee' : undefined;

/** The other one of the two. */
export const partnerOf = (pairing: Pick<Pairing, 'mentorId' | 'menteeId'>, personId: string): string =>
  personId === pairing.mentorId ? pairing.menteeId : pairing.mentorId;

/** Whether the two are still together, be it for one session. */
export const isRunning = ({ state }: Pick<Pairing, 'state'>): boolean => state !== 'ended';

const saidGoOn = (pairing: Pairing, side: Side): boolean =>
  side === 'mentor' ? pairing.mentorGoesOn : pairing.menteeGoesOn;

/**
 * Whether this may happen to the pairing now. Either may end it, without giving fault to anybody; after an introductory
 * session it goes on only if both say so. To say once more that one goes on changes nothing.
 */
export function decidePairing(pairing: Pairing, act: PairingAct): Decision<PairingEvent> {
  const side = sideOf(pairing, act.by);
  if (act.act === 're-pair') return decideRePair(pairing, act, side);
  if (!side) return refuse({ code: 'not-your-pairing' });
  if (!isRunning(pairing)) return refuse({ code: 'pairing-over', pairing: pairing.pairingId });
  switch (act.act) {
    case 'go-on': {
      if (pairing.state === 'active' || saidGoOn(pairing, side)) return happened();
      const said: PairingEvent = { kind: 'pairing.goes-on', who: side };
      const other = side === 'mentor' ? 'mentee' : 'mentor';
      return saidGoOn(pairing, other) ? happened<PairingEvent>(said, { kind: 'pairing.agreed' }) : happened(said);
    }
    case 'end':
      return happened({ kind: 'pairing.ended', by: side, why: act.why });
    case 'leave':
      return happened({ kind: 'pairing.ended', by: `${side}-left`, why: null });
  }
}

/** Nobody coordinates an exchange of her own; whether she coordinates this one at all is asked before. */
function decideRePair(
  pairing: Pairing,
  { version, why }: Extract<PairingAct, { act: 're-pair' }>,
  side: Side | undefined,
): Decision<PairingEvent> {
  if (side) return refuse({ code: 'pair-not-seen' });
  if (!isRunning(pairing)) return refuse({ code: 'pairing-over', pairing: pairing.pairingId });
  if (pairing.version !== version) return refuse({ code: 'pair-changed', what: 'other' });
  return happened({ kind: 'pairing.ended', by: 'coordinator', why });
}

/** What the pairing becomes by an event. */
export function evolvePairing(pairing: Pairing, event: PairingEvent, at: DateTime): Pairing {
  const version = pairing.version + 1;
  switch (event.kind) {
    case 'pairing.goes-on':
      return { ...pairing, version, ...(event.who === 'mentor' ? { mentorGoesOn: true } : { menteeGoesOn: true }) };
    case 'pairing.agreed':
      return { ...pairing, version, state: 'active' };
    case 'pairing.ended':
      return { ...pairing, version, state: 'ended', endedAt: at, endedBy: event.by, endKind: event.why };
  }
}
