import type { DateTime } from 'luxon';

/** A mentor who has an open offer in the topic, as the re-rank sees her. `score` is the offer's own, higher is better. */
export type Candidate = {
  readonly mentorId: string;
  readonly score: number;
  readonly unitId: string | null;
  readonly zone: string | null;
  readonly freePlaces: number;
  readonly ways: readonly string[];
};

/** What the mentee brings to the ranking. */
export type Seeker = { readonly unitId: string | null; readonly zone: string | null; readonly ways: readonly string[] };

/** One reason why a mentor stands where she stands; cards put it into words. */
export type Reason =
  | { readonly why: 'same-office' }
  | { readonly why: 'same-zone' }
  | { readonly why: 'near-zone'; readonly hours: number }
  | { readonly why: 'free-places'; readonly places: number }
  | { readonly why: 'meets-by'; readonly way: string };

export type Ranked = { readonly candidate: Candidate; readonly total: number; readonly reasons: readonly Reason[] };

const points = { office: 300, sameZone: 200, perHourApart: 60, freePlace: 10, mostFreePlaces: 5, way: 80 };

/**
 * What one more showing costs a mentor against those who were shown less. It outweighs all other terms together after
 * some thirty showings, so that nobody carries a topic alone, and decides between equals at once.
 */
const perShowing = 20;

/** How often each mentor was shown of late, by mentor id. */
export type Showings = ReadonlyMap<string, number>;

const quarterHour = 15 * 60_000;
const offsets = new Map<string, { readonly quarter: number; readonly minutes: number }>();

/**
 * How far a zone is from UTC, in minutes; undefined for an unknown one. Zones change their offset on quarter hours only,
 * and to work it out is slow, so it is remembered for the quarter hour: fifty candidates stand in a handful of zones.
 */
function offsetOf(zone: string, at: DateTime): number | undefined {
  const quarter = Math.floor(at.toMillis() / quarterHour);
  const known = offsets.get(zone);
  if (known?.quarter === quarter) return known.minutes;
  const there = at.setZone(zone);
  if (!there.isValid) return undefined;
  offsets.set(zone, { quarter, minutes: there.offset });
  return there.offset;
}

const hoursApart = (a: string, b: string, at: DateTime): number | undefined => {
  const one = offsetOf(a, at);
  const other = offsetOf(b, at);
  return one === undefined || other === undefined ? undefined : Math.abs(one - other) / 60;
};

const zoneTerm = (candidate: Candidate, seeker: Seeker, at: DateTime): { gain: number; reasons: Reason[] } => {
  if (candidate.zone === null || seeker.zone === null) return { gain: 0, reasons: [] };
  const hours = candidate.zone === seeker.zone ? 0 : hoursApart(candidate.zone, seeker.zone, at);
  if (hours === undefined) return { gain: 0, reasons: [] };
  if (hours === 0) return { gain: points.sameZone, reasons: [{ why: 'same-zone' }] };
  const gain = Math.max(0, points.sameZone - points.perHourApart * hours);
  return { gain, reasons: hours <= 2 ? [{ why: 'near-zone', hours }] : [] };
};

function rankOne(candidate: Candidate, seeker: Seeker, at: DateTime): Ranked {
  const reasons: Reason[] = [];
  let total = candidate.score;
  if (candidate.unitId !== null && candidate.unitId === seeker.unitId) {
    total += points.office;
    reasons.push({ why: 'same-office' });
  }
  const zone = zoneTerm(candidate, seeker, at);
  total += zone.gain;
  reasons.push(...zone.reasons);
  const way = seeker.ways.find((wanted) => candidate.ways.includes(wanted));
  if (way !== undefined) {
    total += points.way;
    reasons.push({ why: 'meets-by', way });
  }
  total += points.freePlace * Math.min(candidate.freePlaces, points.mostFreePlaces);
  reasons.push({ why: 'free-places', places: candidate.freePlaces });
  return { candidate, total, reasons };
}

/**
 * Orders candidates for one mentee, best first: the offer's score, same office, nearness of time zones at `at`, a common
 * way of meeting, free places; those shown less often (`showings`) before those shown more. Ties fall by mentor id, so
 * the same question after the same showings gets the same answer. Each place has its reasons.
 */
export function rankFor(
  candidates: readonly Candidate[],
  seeker: Seeker,
  at: DateTime,
  showings: Showings = new Map(),
): readonly Ranked[] {
  const shown = ({ mentorId }: Candidate): number => showings.get(mentorId) ?? 0;
  const least = Math.min(...candidates.map(shown));
  return candidates
    .map((candidate) => {
      const own = rankOne(candidate, seeker, at);
      return { ...own, total: own.total - perShowing * (shown(candidate) - least) };
    })
    .sort((a, b) => b.total - a.total || (a.candidate.mentorId < b.candidate.mentorId ? -1 : 1));
}
