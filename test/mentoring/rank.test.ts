import { DateTime } from 'luxon';
import { type Candidate, rankFor } from '../../src/mentoring';

const now = DateTime.fromISO('2026-11-18T19:00:00Z');
const candidate = (mentorId: string, change: Partial<Candidate> = {}): Candidate => ({
  mentorId,
  score: 500,
  unitId: 'anchorage',
  zone: 'America/Anchorage',
  freePlaces: 1,
  ways: [],
  ...change,
});
const seeker = { unitId: 'nome', zone: 'America/Anchorage', ways: ['phone'] };
const order = (...all: Candidate[]): string[] => rankFor(all, seeker, now).map((place) => place.candidate.mentorId);

describe('the ranking for one mentee', () => {
  it.each([
    ['somebody of her own office', candidate('b', { unitId: 'nome' })],
    [
      'somebody in her time zone before one four hours away',
      candidate('b'),
      candidate('a', { zone: 'America/New_York' }),
    ],
    ['somebody who meets the way she likes', candidate('b', { ways: ['phone'] })],
    ['somebody with more free places', candidate('b', { freePlaces: 3 })],
    ['somebody with the better offer', candidate('b', { score: 600 })],
  ])('puts first %s', (_, first, other = candidate('a')) => {
    expect(order(other, first)).toEqual(['b', 'a']);
  });

  it('gives the same answer to the same question, whatever the order it reads in', () => {
    const all = ['c', 'a', 'b'].map((id) => candidate(id));
    expect(order(...all)).toEqual(['a', 'b', 'c']);
    expect(order(...all.toReversed())).toEqual(['a', 'b', 'c']);
  });

  it('says why each stands where she stands', () => {
    const [place] = rankFor(
      [candidate('b', { unitId: 'nome', ways: ['phone'], zone: 'America/Los_Angeles', freePlaces: 2 })],
      seeker,
      now,
    );
    expect(place?.reasons).toEqual([
      { why: 'same-office' },
      { why: 'near-zone', hours: 1 },
      { why: 'meets-by', way: 'phone' },
      { why: 'free-places', places: 2 },
    ]);
  });

  it('claims nothing about a zone that nobody knows', () => {
    for (const zone of [null, 'Nowhere/Else']) {
      expect(rankFor([candidate('a', { zone })], seeker, now)[0]?.reasons).toEqual([{ why: 'free-places', places: 1 }]);
    }
  });
});
