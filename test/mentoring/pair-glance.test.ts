import { changedSince, type Glance, glanceOf } from '../../src/mentoring';

const seen: Glance = { state: 'active', version: 3, sessions: 2, isPlanned: false };
const since = (now: Partial<Glance>) => changedSince(glanceOf(seen), { ...seen, ...now });

it('a glance says how a pair stood, in a word that a button carries', () => {
  expect(glanceOf(seen)).toBe('3-2-0');
  expect(glanceOf({ ...seen, isPlanned: true })).toBe('3-2-1');
});

it('what happened since is named by what counts most', () => {
  expect(since({})).toBeUndefined();
  expect(since({ sessions: 3 })).toBe('met');
  expect(since({ sessions: 3, isPlanned: true })).toBe('met');
  expect(since({ isPlanned: true })).toBe('planned');
  expect(since({ version: 4 })).toBe('other');
  expect(changedSince('3-2-1', seen)).toBe('other');
  expect(since({ state: 'ended', version: 4 })).toBe('ended');
});

it('who has not looked is told only of the end; what is no glance is another one', () => {
  expect(changedSince(undefined, seen)).toBeUndefined();
  expect(changedSince(undefined, { ...seen, state: 'ended' })).toBe('ended');
  expect(changedSince('x', seen)).toBe('other');
});
