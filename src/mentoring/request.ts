import type { DateTime } from 'luxon';
import { type Decision, happened, refuse } from './decision';

/** `mentor-left` and `mentee-left`: that one of the two does not work here any more. */
export type RequestState =
  | 'waiting'
  | 'accepted'
  | 'declined'
  | 'withdrawn'
  | 'expired'
  | 'mentor-left'
  | 'mentee-left';
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
};

export type RequestEvent =
  | { readonly kind: 'request.accepted' }
  | { readonly kind: 'request.declined'; readonly reasonKind: DeclineKind }
  | { readonly kind: 'request.withdrawn' }
  | { readonly kind: 'request.reminded' }
  | { readonly kind: 'request.expired' }
  | { readonly kind: 'request.left'; readonly who: 'mentor' | 'mentee' };

export type RequestAct =
  | { readonly act: 'accept'; readonly by: string }
  | { readonly act: 'decline'; readonly by: string; readonly reasonKind: DeclineKind }
  | { readonly act: 'withdraw'; readonly by: string }
  | { readonly act: 'remind'; readonly at: DateTime }
  | { readonly act: 'expire'; readonly at: DateTime }
  /** `by` does not work here any more. */
  | { readonly act: 'leave'; readonly by: string };

/** When an unanswered request is called to mind and when it ends; the program says after how long. */
export type Patience = { readonly remindAt: DateTime; readonly expireAt: DateTime };

/** Whether this may happen to the request now: only its mentor answers, only its mentee withdraws, only time or a leave-taking of one of them ends it. */
export function decide(request: Request, act: RequestAct, patience: Patience): Decision<RequestEvent> {
  if (act.act === 'accept' || act.act === 'decline') {
    if (act.by !== request.mentorId) return refuse({ code: 'not-yours' });
  } else if (act.act === 'withdraw' && act.by !== request.menteeId) {
    return refuse({ code: 'not-yours' });
  } else if (act.act === 'leave' && act.by !== request.mentorId && act.by !== request.menteeId) {
    return refuse({ code: 'not-yours' });
  }
  if (request.state !== 'waiting') return refuse({ code: 'over-already', request: request.requestId });
  switch (act.act) {
    case 'accept':
      return happened({ kind: 'request.accepted' });
    case 'decline':
      return happened({ kind: 'request.declined', reasonKind: act.reasonKind });
    case 'withdraw':
      return happened({ kind: 'request.withdrawn' });
    case 'remind':
      return request.remindedAt === null && act.at >= patience.remindAt
        ? happened({ kind: 'request.reminded' })
        : happened();
    case 'expire':
      return act.at >= patience.expireAt ? happened({ kind: 'request.expired' }) : happened();
    case 'leave':
      return happened({ kind: 'request.left', who: act.by === request.mentorId ? 'mentor' : 'mentee' });
  }
}

/** What the request becomes by an event. */
export function evolve(request: Request, event: RequestEvent, at: DateTime): Request {
  const version = request.version + 1;
  switch (event.kind) {
    case 'request.accepted':
      return { ...request, version, state: 'accepted', endedAt: at };
    case 'request.declined':
      return { ...request, version, state: 'declined', reasonKind: event.reasonKind, endedAt: at };
    case 'request.withdrawn':
      return { ...request, version, state: 'withdrawn', endedAt: at };
    case 'request.expired':
      return { ...request, version, state: 'expired', endedAt: at };
    case 'request.left':
      return { ...request, version, state: `${event.who}-left`, endedAt: at };
    case 'request.reminded':
      return { ...request, version, remindedAt: at };
  }
}
