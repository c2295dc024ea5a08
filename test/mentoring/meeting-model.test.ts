import fc from 'fast-check';
import type { DateTime } from 'luxon';
import {
  decideMeeting,
  evolveMeeting,
  isOpen,
  type Meeting,
  type MeetingAct,
  newMeeting,
  overAt,
  type SeenMeeting,
} from '../../src/mentoring';
import { counted } from '../faults/counted';
import { now, pairing } from './pair';

/** What each of the two sees may be older than what stands: they act on cards that are not redrawn yet. */
type World = {
  readonly meetings: readonly Meeting[];
  readonly seen: Readonly<Record<string, SeenMeeting | undefined>>;
};
type Step =
  | { readonly do: 'look'; readonly who: string }
  | { readonly do: 'propose'; readonly who: string; readonly days: readonly number[] }
  | { readonly do: 'pick'; readonly who: string; readonly option: number }
  | { readonly do: 'call-off'; readonly who: string }
  | { readonly do: 'pass' };

const who = fc.constantFrom('ana', 'joan', 'ana', 'joan', 'eve');
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: who.map((name): Step => ({ do: 'look', who: name })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(who, fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }))
      .map(([name, days]): Step => ({ do: 'propose', who: name, days })),
  },
  { weight: 3, arbitrary: fc.tuple(who, fc.nat(3)).map(([name, option]): Step => ({ do: 'pick', who: name, option })) },
  { weight: 1, arbitrary: who.map((name): Step => ({ do: 'call-off', who: name })) },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'pass' }) },
);

function actOf(
  step: Exclude<Step, { do: 'look' }>,
  seen: SeenMeeting | undefined,
  at: DateTime,
): MeetingAct | undefined {
  switch (step.do) {
    case 'propose': {
      const options = step.days.map((days) => at.plus({ days, minutes: days }));
      return { act: 'propose', by: step.who, on: seen, plan: { options, minutes: 30, way: 'phone' }, at };
    }
    case 'pick':
      return seen && { act: 'pick', by: step.who, on: seen, option: step.option, at };
    case 'call-off':
      return seen && { act: 'call-off', by: step.who, on: seen };
    case 'pass':
      return { act: 'pass', at };
  }
}

/** Cheaper than `expect`, of which so many runs would take minutes. */
function must(holds: boolean, words: string): void {
  if (!holds) throw new Error(words);
}

/** What a refusal must be for, by the plain words of the rules. */
function mayBeRefused(open: Meeting | undefined, act: MeetingAct): boolean {
  if (!('by' in act)) return false;
  const stale = act.on?.meeting !== open?.meetingId || act.on?.version !== open?.version;
  if (act.by === 'eve' || stale) return true;
  if (act.act !== 'pick') return false;
  const time = open?.options[act.option];
  return open?.state !== 'proposed' || open.proposedBy === act.by || !time || time <= act.at;
}

function step(world: World, own: Step, at: DateTime): World {
  const open = world.meetings.find(isOpen);
  if (own.do === 'look') {
    const seen = open && { meeting: open.meetingId, version: open.version };
    return { ...world, seen: { ...world.seen, [own.who]: seen } };
  }
  const act = actOf(own, 'who' in own ? world.seen[own.who] : undefined, at);
  if (!act) return world;
  const decision = decideMeeting(pairing, open, act);
  must(decision.ok !== mayBeRefused(open, act), `${act.act} was judged otherwise than the rules say.`);
  const [event] = decision.ok ? decision.events : [];
  if (!event) {
    must(act.act !== 'pass' || !open || at < overAt(open), 'Time went by unheard.');
    return world;
  }
  if (open) {
    const next = evolveMeeting(open, event, at);
    must(next.version === open.version + 1, 'A change did not count.');
    must((next.state === 'planned') === (event.kind === 'meeting.planned'), 'It is planned without a pick.');
    if (event.kind === 'meeting.planned') {
      must(
        open.options.some((option) => option === next.startsAt),
        'It is planned for a time that nobody named.',
      );
      must('by' in act && act.by !== open.proposedBy, 'She who proposed has picked.');
    }
    return { ...world, meetings: world.meetings.map((each) => (each === open ? next : each)) };
  }
  if (event.kind !== 'meeting.proposed') throw new Error('Something happened to no meeting.');
  const ids = { meetingId: `m${world.meetings.length}`, pairingId: pairing.pairingId };
  return { ...world, meetings: [...world.meetings, newMeeting(ids, event, at)] };
}

describe('whatever both partners do to their meetings, on cards as old as may be', () => {
  it('at most one is open, of two acts on the same card one counts, and nothing that ended changes', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
        steps.reduce<World>(
          (world, own, index) => {
            const after = step(world, own, now.plus({ hours: index * 7 }));
            must(after.meetings.filter(isOpen).length <= 1, 'Two are open.');
            const ended = world.meetings.filter((meeting) => !isOpen(meeting));
            must(
              ended.every((meeting) => after.meetings.includes(meeting)),
              'What had ended changed.',
            );
            return after;
          },
          { meetings: [], seen: {} },
        );
      }),
      { numRuns: counted(50_000) },
    );
  });
});
