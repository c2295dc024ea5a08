import fc from 'fast-check';
import { type Act, anyActOf, does, type Exchange, given, start, today } from './exchange-moves';

const anyAct = anyActOf(fc.constantFrom('ana', 'ana', 'joan', 'joan', 'eve'));

const holds = (promise: string, kept: boolean): void => {
  if (!kept) throw new Error(`Broken: ${promise}`);
};

const check = (before: Exchange, after: Exchange, act: Act): void => {
  const changed = after.pairing !== before.pairing || after.sessions !== before.sessions;
  holds('nobody else changes anything', act.by !== 'eve' || !changed);
  const isOver = before.pairing.state === 'ended';
  holds('what has ended stays', !isOver || after.pairing === before.pairing);
  holds('no session begins after the end', !isOver || after.sessions.size === before.sessions.size);
  const agreed = before.pairing.state === 'trial' && after.pairing.state === 'active';
  holds('it goes on only when both said so', !agreed || (after.pairing.menteeGoesOn && after.pairing.mentorGoesOn));
  holds('an end has its moment', (after.pairing.state === 'ended') === (after.pairing.endedAt !== null));
  for (const [on, session] of after.sessions) {
    if (session.heldOn !== on || on > today || session.minutes > 720) throw new Error(`An impossible session: ${on}`);
    const was = [...before.sessions.values()].find((each) => each.sessionId === session.sessionId);
    // What both agreed on stays, and nobody agrees with herself.
    const wrong =
      (was?.state === 'confirmed' && session !== was) ||
      (was?.state === 'logged' && session.state === 'confirmed' && act.by === was.loggedBy) ||
      (was !== undefined && session !== was && session.version !== was.version + 1);
    if (wrong) throw new Error(`${act.act} by ${act.by} broke a session: ${JSON.stringify([was, session])}`);
  }
};

type Seen = { ended: number; agreed: number; confirmed: number; corrected: number };

/** Lives through these acts, checking each step; counts what was reached. */
function live(acts: readonly Act[], seen: Seen): void {
  let exchange: Exchange = { pairing: given, sessions: new Map() };
  for (const [hours, act] of acts.entries()) {
    const next = does(exchange, act, start.plus({ hours }));
    check(exchange, next, act);
    if (act.act === 'correct' && next.sessions !== exchange.sessions) seen.corrected += 1;
    exchange = next;
  }
  const { pairing, sessions } = exchange;
  if (pairing.state === 'ended') seen.ended += 1;
  if (pairing.menteeGoesOn && pairing.mentorGoesOn) seen.agreed += 1;
  seen.confirmed += [...sessions.values()].filter(({ state }) => state === 'confirmed').length;
}

describe('the life of an exchange', () => {
  it('keeps its promises through whatever both do, and anybody else tries', () => {
    const seen: Seen = { ended: 0, agreed: 0, confirmed: 0, corrected: 0 };
    fc.assert(
      fc.property(fc.array(anyAct, { minLength: 1, maxLength: 30 }), (acts) => live(acts, seen)),
      { numRuns: 5000 },
    );
    // The runs reach all there is to reach.
    expect(Object.entries(seen).filter(([, count]) => count <= 50)).toEqual([]);
  }, 60_000);
});
