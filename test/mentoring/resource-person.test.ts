import { DateTime } from 'luxon';
import { decideResource, evolveResource, type ResourceAsk, type ResourceState } from '../../src/mentoring';

const at = DateTime.fromISO('2026-11-18T19:00:00Z', { zone: 'utc' });
const asked: ResourceAsk = {
  pairingId: 'p',
  personId: 'nora',
  state: 'asked',
  version: 1,
  askedAt: at,
  answeredAt: null,
};

/** What comes of an answer to an ask that stands like this. */
const outcome = (state: ResourceState, answer: 'yes' | 'no' | 'gone'): string => {
  const given = { ...asked, state };
  const decision = decideResource(given, answer);
  if (!decision.ok) return decision.because.code;
  const [event] = decision.events;
  if (!event) return 'nothing';
  expect(evolveResource(given, event, at)).toEqual({ ...given, state: answer, version: 2, answeredAt: at });
  return answer;
};

it.each([
  ['asked', 'yes', 'yes'],
  ['asked', 'no', 'no'],
  ['asked', 'gone', 'gone'],
  ['yes', 'yes', 'nothing'],
  ['yes', 'no', 'no'],
  ['yes', 'gone', 'gone'],
  ['no', 'yes', 'sit-in-settled'],
  ['no', 'no', 'nothing'],
  ['no', 'gone', 'sit-in-settled'],
  ['gone', 'yes', 'sit-in-settled'],
  ['gone', 'no', 'sit-in-settled'],
] as const)('somebody who stands at %s and answers %s: %s', (state, answer, then) => {
  expect(outcome(state, answer)).toBe(then);
});
