import * as cards from '../../src/cards';
import type { Card, Form } from '../../src/chat';
import { comingDaysOff, type DaysOff, mostDayName, mostOwnDays, usualDaysOff } from '../../src/mentoring';

const today = '2026-11-18';

/** A list as long as it can be, with days of that name. */
const full = (words: string): DaysOff => ({
  worked: ['columbus'],
  own: Array.from({ length: mostOwnDays }, (_, index) => ({
    day: index === 0 ? '10-18' : `2027-0${1 + (index % 9)}-${10 + Math.floor(index / 9)}`,
    name: words.slice(0, mostDayName),
  })),
});

/** Every card about the organization's days off. */
export function daysOffCards(words: string): readonly Card[] {
  const [added] = full(words).own;
  const coming = comingDaysOff(full(words), today);
  if (!added) throw new Error('There is no day off.');
  return [
    cards.daysOff({ coming: comingDaysOff(usualDaysOff, today), keeps: false }, undefined),
    cards.daysOff({ coming, keeps: true }, added.day, cards.dayOffAdded(added)),
    cards.daysOff({ coming, keeps: true }, undefined, cards.dayOffTaken()),
    cards.daysOff({ coming, keeps: true }, undefined, cards.daysOffSame()),
    cards.daysOff({ coming: [], keeps: true }, undefined, cards.daysOffChanged()),
  ];
}

export const daysOffForms = (words: string): readonly Form[] => [
  cards.dayOffForm(),
  cards.daysOffForm([], '0'.repeat(12)),
  cards.daysOffForm(full(words).own, '0'.repeat(12)),
];
