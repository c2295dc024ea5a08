import { DateTime } from 'luxon';
import {
  type Concern,
  type ConcernAct,
  type ConcernReader,
  concernReaders,
  decideConcern,
  evolveConcern,
} from '../../src/mentoring';

const at = DateTime.fromISO('2026-11-18T19:00:00Z', { zone: 'utc' });
const later = at.plus({ hours: 1 });

const open: Concern = {
  concernId: 'c',
  writerId: 'ana',
  pairingId: 'p',
  kind: 'behavior',
  state: 'open',
  version: 1,
  handlerId: 'nora',
  passedOver: [],
  openedAt: at,
  takenAt: null,
  closedAt: null,
};
const taken: Concern = { ...open, state: 'taken', version: 2, takenAt: at };
const closed: Concern = { ...taken, state: 'closed', version: 3, closedAt: at };

/** What comes of an act: the concern after it, or why not. */
const outcome = (given: Concern, act: ConcernAct): Concern | string => {
  const decision = decideConcern(given, act);
  if (!decision.ok) return decision.because.code;
  return decision.events.reduce((concern, event) => evolveConcern(concern, event, later), given);
};

describe('a concern', () => {
  it('is taken by its handler, once', () => {
    expect(outcome(open, { act: 'take', by: 'nora' })).toEqual({ ...open, state: 'taken', version: 2, takenAt: later });
    expect(outcome(taken, { act: 'take', by: 'nora' })).toEqual(taken);
  });

  it('is closed by its handler, taken or not', () => {
    expect(outcome(open, { act: 'close', by: 'nora' })).toEqual({
      ...open,
      state: 'closed',
      version: 2,
      closedAt: later,
    });
    expect(outcome(taken, { act: 'close', by: 'nora' })).toEqual({
      ...taken,
      state: 'closed',
      version: 3,
      closedAt: later,
    });
  });

  it.each(['take', 'close'] as const)(
    'is not for anybody else to %s: not for its writer, nor for the partner',
    (act) => {
      for (const by of ['ana', 'joan', 'olga']) expect(outcome(open, { act, by })).toBe('not-your-concern');
      expect(outcome({ ...open, handlerId: null }, { act, by: 'ana' })).toBe('not-your-concern');
    },
  );

  it('is open again for the one it is handed to, and never goes back', () => {
    const moved = { ...taken, state: 'open', version: 3, handlerId: 'olga', passedOver: ['nora'], takenAt: null };
    expect(outcome(taken, { act: 'hand-on', to: 'olga' })).toEqual(moved);
    expect(outcome(taken, { act: 'hand-on', to: null })).toEqual({ ...moved, handlerId: null });
    const nobody: Concern = { ...open, handlerId: null, passedOver: ['nora'] };
    expect(outcome(nobody, { act: 'hand-on', to: 'olga' })).toEqual({
      ...nobody,
      version: 2,
      handlerId: 'olga',
    });
  });

  it('stays as it is where it is handed to the one who has it', () => {
    expect(outcome(taken, { act: 'hand-on', to: 'nora' })).toEqual(taken);
  });

  it('never changes once it is closed', () => {
    for (const act of [
      { act: 'take', by: 'nora' },
      { act: 'close', by: 'nora' },
      { act: 'hand-on', to: 'olga' },
    ] as const)
      expect(outcome(closed, act)).toBe('concern-closed');
  });
});

describe('who may read a concern', () => {
  const reader = (personId: string, role: ConcernReader['role'], near: number): ConcernReader => ({
    personId,
    role,
    near,
  });
  const all = [
    reader('mara', 'program_manager', 30),
    reader('nora', 'coordinator', 0),
    reader('olga', 'coordinator', 12),
    reader('paul', 'coordinator', -1),
    reader('olga', 'program_manager', 30),
  ];
  const ids = (barred: readonly string[]): readonly string[] =>
    concernReaders(all, new Set(barred)).map(({ personId }) => personId);

  it('are the coordinators, the nearest first, then the program managers, each once', () => {
    expect(ids([])).toEqual(['olga', 'nora', 'paul', 'mara']);
  });

  it('are never those who are barred', () => {
    expect(ids(['olga', 'paul'])).toEqual(['nora', 'mara']);
    expect(ids(['olga', 'paul', 'nora', 'mara'])).toEqual([]);
  });
});
