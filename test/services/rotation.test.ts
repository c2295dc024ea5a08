import { DateTime } from 'luxon';
import { type Candidate, rankFor, type Seeker } from '../../src/mentoring';
import { createRotation } from '../../src/services/rotation';

const at = DateTime.fromISO('2026-11-18T19:00:00Z');
const finds = 2000;
const shownAtOnce = 5;

const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Open mentors as an organization has them: full scores while nobody is taken, one to four places, in ten offices. */
const mentors = (many: number): readonly Candidate[] =>
  Array.from({ length: many }, (_, n) => ({
    mentorId: idOf(n),
    score: 1000,
    unitId: `office-${n % 10}`,
    zone: n % 10 === 9 ? 'America/Adak' : 'America/Anchorage',
    freePlaces: 1 + (n % 4),
    ways: [],
  }));

const seeker = (office: number): Seeker => ({ unitId: `office-${office}`, zone: 'America/Anchorage', ways: [] });

/** How often each was shown in so many finds of one topic, and the mean score of those shown. */
function play(candidates: readonly Candidate[], seekerOf: (find: number) => Seeker) {
  const rotation = createRotation();
  let score = 0;
  for (let find = 0; find < finds; find += 1) {
    const ranked = rankFor(candidates, seekerOf(find), at, rotation.showings('topic')).slice(0, shownAtOnce);
    score += ranked.reduce((sum, { candidate }) => sum + candidate.score, 0) / shownAtOnce;
    rotation.note(
      'topic',
      ranked.map(({ candidate }) => candidate.mentorId),
    );
  }
  const shown = rotation.showings('topic');
  return { busiest: Math.max(...shown.values()) / finds, faces: shown.size, meanScore: score / finds };
}

it.each([
  ['fifty, for mentees of all offices', 50, (find: number) => seeker(find % 10)],
  ['fifty, always for the same mentee', 50, () => seeker(3)],
  ['sixty, always for the same mentee', 60, () => seeker(3)],
])('nobody of %s appears in more than 15 %% of 2,000 finds, and everybody appears', (_, many, seekerOf) => {
  const { busiest, faces } = play(mentors(many), seekerOf);
  expect(busiest).toBeLessThanOrEqual(0.15);
  expect(faces).toBe(many);
});

it('costs less than 1 % of the mean score where the scores of the fifty best lie close together', () => {
  const close = mentors(50).map((mentor, n) => ({ ...mentor, score: 1000 - (n % 10) }));
  const best = 1000;
  expect(play(close, (find) => seeker(find % 10)).meanScore).toBeGreaterThan(best * 0.99);
});

it('shows all eight where there are eight', () => {
  expect(play(mentors(8), () => seeker(3)).faces).toBe(8);
});

it('gives the same answers for the same finds', () => {
  expect(play(mentors(50), (find) => seeker(find % 7))).toEqual(play(mentors(50), (find) => seeker(find % 7)));
});

it('is no fairness at all without the showings: the same five would stand in every find', () => {
  const ranked = () => rankFor(mentors(50), seeker(3), at).slice(0, shownAtOnce);
  expect(ranked().map(({ candidate }) => candidate.mentorId)).toEqual(
    ranked().map(({ candidate }) => candidate.mentorId),
  );
});

it('starts each reading elsewhere, evenly', () => {
  const rotation = createRotation();
  const starts = Array.from({ length: 64 }, () => {
    rotation.note('topic', []);
    return Number.parseInt(rotation.start('topic').slice(0, 1), 16);
  });
  expect(new Set(starts).size).toBe(16);
});
