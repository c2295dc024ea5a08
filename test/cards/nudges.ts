import * as cards from '../../src/cards';
import type { Card, Form } from '../../src/chat';
import { pairingOf } from './sessions';

/** Nudges in every state, alone and beside others. */
export function nudgeCards(words: string): readonly Card[] {
  const pair = pairingOf(words, { state: 'active' });
  const open: cards.NudgeView = {
    ...pair,
    need: 'quiet',
    expected: '30 days',
    isOpen: true,
    isLast: false,
    until: null,
    partnerUnreachable: false,
  };
  const first: cards.NudgeView = { ...open, need: 'not-booked', sessions: { count: 0, minutes: 0, lastOn: null } };
  const last: cards.NudgeView = { ...open, isLast: true, partnerUnreachable: true };
  const settled: cards.NudgeView = { ...open, isOpen: false };
  const off: cards.NudgeView = { ...settled, until: pair.now.plus({ days: 9 }) };
  const over: cards.NudgeView = {
    ...settled,
    ...pairingOf(words, { state: 'ended', endedAt: pair.now, endedBy: 'mentor' }),
  };
  const views = [open, first, last, settled, off, over];
  const ending: cards.CommitmentView = {
    length: '6 months',
    endsAt: pair.now.plus({ days: 14 }),
    sessions: 7,
    mentees: 3,
    isMentor: true,
    zone: pair.zone,
    now: pair.now,
  };
  return [
    ...views.map((view) => cards.nudgeCard(view)),
    ...views.map(cards.nudgeBrief),
    cards.nudgeCard(open, cards.askedLess(open)),
    cards.nudgeCard(last, cards.askedLeast()),
    cards.nudgeCard(settled, cards.askedAgain(open)),
    cards.notWorking(pair),
    cards.notWorking({ ...pair, reader: 'mentor' }),
    cards.commitmentCard(ending),
    cards.commitmentCard({ ...ending, sessions: 0, mentees: 0 }),
    cards.commitmentCard({ ...ending, isMentor: false }),
    cards.commitmentBrief(ending),
    cards.goesOnAsMentor(),
  ];
}

/** The form about them. */
export const nudgeForms = (words: string): readonly Form[] => [cards.laterForm(pairingOf(words, {}))];
