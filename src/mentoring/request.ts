import type { DateTime } from 'luxon';
import { type Decision, happened, refuse } from './decision';
import type { PairingState } from './pairing';

/**
 * `mentor-left` and `mentee-left`: that one of the two does not work here any more. `mentor-full`: that her last place went
 * to somebody else, and the next choice of the mentee was asked.
 */
export type RequestState =
  | 'waiting'
  | 'accepted'
  | 'declined'
  | 'withdrawn'
  | 'expired'
  | 'mentor-left'
  | 'mentee-left'
  | 'mentor-full';
/** How the pairing begins that comes of a yes: for good, or as one introductory session. */
export type Begins = Exclude<PairingState, 'ended'>;
export type DeclineKind = 'no-time' | 'not-my-topic' | 'somebody-else' | 'other';
export const declineKinds: readonly DeclineKind[] = ['no-time', 'not-my-topic', 'somebody-else', 'other'];

/** A mentee asks one mentor. Everything but `waiting` is an end: what ended never changes again. */
export type Request = {
  readonly requestId: string;
  readonly programId: string;
  readonly topicId: string;
  readonly menteeId: string;
  readonly mentorId: string;
  readonly state: RequestState;
  /** Grows by one with every change of state; a change is written only on the version that was read. */
  readonly version: number;
  readonly ways: readonly string[];
  readonly reasonKind: DeclineKind | null;
  readonly askedAt: DateTime;
  readonly remindedAt: DateTime | null;
  readonly endedAt: DateTime | null;
  /** Null while nobody has said yes. */
  readonly begins: Begins | null;
  /** How far the mentor's one question is, and when it was asked or answered last; null where there is none. */
  readonly more: 'asked' | 'answered' | null;
  readonly moreAt: DateTime | null;
  /** Which choice of the mentee this mentor is, from 1. */
  readonly rank: number;
  /** Mentors to be asked in this order, if it does not work out with this one. */
  readonly nextChoices: readonly string[];
  /** The request that did not work out and that this one came of by itself. */
  readonly follows: string | null;
};

/** The request as it is sent: nothing has come of it yet. */
export const newRequest = (
  own: Pick<
    Request,
    'requestId' | 'programId' | 'topicId' | 'menteeId' | 'mentorId' | 'ways' | 'askedAt' | 'nextChoices'
  > &
    Partial<Pick<Request, 'rank' | 'follows'>>,
): Request => ({
  rank: 1,
  follows: null,
  ...own,
  state: 'waiting',
  version: 1,
  reasonKind: null,
  remindedAt: null,
  endedAt: null,
  begins: null,
  more: null,
  moreAt: null,
});

/** Since when somebody is waited for: the patience with the mentor starts anew when her question is answered. */
export const waitsSince = ({ moreAt, askedAt }: Pick<Request, 'moreAt' | 'askedAt'>): DateTime => moreAt ?? askedAt;

/** Whose word is awaited while the request waits. */
export const awaits = ({ more }: Pick<Request, 'more'>): 'mentor' | 'mentee' =>
  more === 'asked' ? 'mentee' : 'mentor';

/** Whether the next choice is asked by itself: the mentor could not or would not, and the mentee did nothing to end it. */
export const fallsThrough = ({ state, more }: Pick<Request, 'state' | 'more'>): boolean =>
  state === 'declined' ||
  state === 'mentor-left' ||
  state === 'mentor-full' ||
  (state === 'expired' && awaits({ more }) === 'mentor');

export type RequestEvent =
  | { readonly kind: 'request.accepted'; readonly begins: Begins }
  | { readonly kind: 'request.declined'; readonly reasonKind: DeclineKind }
  | { readonly kind: 'request.withdrawn' }
  | { readonly kind: 'request.asked-for-more' }
  | { readonly kind: 'request.told-more' }
  | { readonly kind: 'request.reminded' }
  | { readonly kind: 'request.expired' }
  | { readonly kind: 'request.left'; readonly who: 'mentor' | 'mentee' }
  | { readonly kind: 'request.mentor-full' };

export type RequestAct =
  | { readonly act: 'accept'; readonly by: string; readonly begins: Begins }
  | { readonly act: 'decline'; readonly by: string; readonly reasonKind: DeclineKind }
  | { readonly act: 'withdraw'; readonly by: string }
  /** The mentor asks one question before she answers; the mentee answers it. */
  | { readonly act: 'ask-more'; readonly by: string }
  | { readonly act: 'tell-more'; readonly by: string }
  | { readonly act: 'remind'; readonly at: DateTime }
  | { readonly act: 'expire'; readonly at: DateTime }
  /** `by` does not work here any more. */
  | { readonly act: 'leave'; readonly by: string }
  /** The mentor's last place went to somebody else, and the mentee's next choice is asked. */
  | { readonly act: 'fill' };

/** When an unanswered request is called to mind and when it ends; the program says after how long. */
export type Patience = { readonly remindAt: DateTime; readonly expireAt: DateTime };

function mayDo({ mentorId, menteeId }: Request, act: RequestAct): boolean {
  switch (act.act) {
    case 'accept':
    case 'decline':
    case 'ask-more':
      return act.by === mentorId;
    case 'withdraw':
    case 'tell-more':
      return act.by === menteeId;
    case 'leave':
      return act.by === mentorId || act.by === menteeId;
    case 'remind':
    case 'expire':
    case 'fill':
      return true;
  }
}

/**
 * Whether this may happen to the request now: only its mentor answers or asks for more, once; only its mentee tells more or
 * withdraws; only time, a leave-taking of one of them or the mentor's last place ends it. While the mentee's answer is
 * awaited, the mentor can still say yes or no.
 */
export function decide(request: Request, act: RequestAct, patience: Patience): Decision<RequestEvent> {
  if (!mayDo(request, act)) return refuse({ code: 'not-yours' });
  if (request.state !== 'waiting') return refuse({ code: 'over-already', request: request.requestId });
  switch (act.act) {
    case 'accept':
      return happened({ kind: 'request.accepted', begins: act.begins });
    case 'decline':
      return happened({ kind: 'request.declined', reasonKind: act.reasonKind });
    case 'withdraw':
      return happened({ kind: 'request.withdrawn' });
    case 'ask-more':
      return request.more === null
        ? happened({ kind: 'request.asked-for-more' })
        : refuse({ code: 'question-asked', request: request.requestId });
    case 'tell-more':
      if (request.more === 'asked') return happened({ kind: 'request.told-more' });
      return refuse({
        code: request.more === null ? 'no-question' : 'question-answered',
        request: request.requestId,
      });
    case 'remind':
      return request.remindedAt === null && act.at >= patience.remindAt
        ? happened({ kind: 'request.reminded' })
        : happened();
    case 'expire':
      return act.at >= patience.expireAt ? happened({ kind: 'request.expired' }) : happened();
    case 'leave':
      return happened({ kind: 'request.left', who: act.by === request.mentorId ? 'mentor' : 'mentee' });
    case 'fill':
      return happened({ kind: 'request.mentor-full' });
  }
}

/** What the request becomes by an event. */
export function evolve(request: Request, event: RequestEvent, at: DateTime): Request {
  const version = request.version + 1;
  switch (event.kind) {
    case 'request.accepted':
      return { ...request, version, state: 'accepted', begins: event.begins, endedAt: at };
    case 'request.declined':
      return { ...request, version, state: 'declined', reasonKind: event.reasonKind, endedAt: at };
    case 'request.withdrawn':
      return { ...request, version, state: 'withdrawn', endedAt: at };
    case 'request.expired':
      return { ...request, version, state: 'expired', endedAt: at };
    case 'request.left':
      return { ...request, version, state: `${event.who}-left`, endedAt: at };
    case 'request.mentor-full':
      return { ...request, version, state: 'mentor-full', endedAt: at };
    case 'request.asked-for-more':
      return { ...request, version, more: 'asked', moreAt: at, remindedAt: null };
    case 'request.told-more':
      return { ...request, version, more: 'answered', moreAt: at, remindedAt: null };
    case 'request.reminded':
      return { ...request, version, remindedAt: at };
  }
}
