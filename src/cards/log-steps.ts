import type { DateTime } from 'luxon';
import { type Button, buttons, type Card, card, facts, heading, notice, prose } from '../chat';
import { dayWords, lengthWords } from './session';
import { type TokenArgs, token } from './tokens';
import { firstName, ways } from './words';

/** What is known of a session that somebody tells of, and in which conversation. */
export type Told = {
  readonly partner: string;
  readonly known: TokenArgs<'log-form'>;
  readonly of: string;
  readonly zone: string;
  readonly now: DateTime;
};

const formButton = ({ known }: Told): Button => ({
  label: 'Open the form',
  token: token('log-form', known),
  dialog: true,
});

const answer = ({ known, of }: Told, label: string, more: Partial<TokenArgs<'fill'>>): Button => {
  const { pairing, minutes, on, way, topic } = known;
  const before = {
    ...(minutes === undefined || minutes < 1 ? {} : { minutes }),
    ...(on === undefined ? {} : { on }),
    ...(isKnownWay(way) ? { way } : {}),
    ...(topic === undefined ? {} : { topic }),
  };
  return { label, token: token('fill', { intent: 'log_session', of, pairing, ...before, ...more }) };
};

type WayId = NonNullable<TokenArgs<'fill'>['way']>;
const wayIds: readonly WayId[] = ['in_person', 'phone', 'video', 'email', 'chat'];
const isKnownWay = (way: string | undefined): way is WayId => wayIds.some((each) => each === way);
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const question = (name: string, told: Told, words: string, ...answers: readonly Button[]): Card =>
  card(name, words, prose(words), buttons(...answers, formButton(told)));

/** How long it was. */
export const askLength = (told: Told): Card =>
  question(
    'ask-length',
    told,
    `How long did you and ${firstName(told.partner)} meet?`,
    ...[30, 45, 60].map((minutes) => answer(told, lengthWords(minutes), { minutes })),
  );

/** On which day it was. */
export function askDay(told: Told): Card {
  const today = told.now.setZone(told.zone);
  const days = [today, today.minus({ days: 1 }), today.minus({ days: 2 })].flatMap((day) => day.toISODate() ?? []);
  const words = `On which day did you and ${firstName(told.partner)} meet?`;
  const answers = days.map((on) => answer(told, capital(dayWords(on, told.zone, told.now)), { on }));
  return question('ask-day', told, words, ...answers);
}

/** How they met. */
export const askWay = (told: Told): Card =>
  question(
    'ask-way',
    told,
    `How did you and ${firstName(told.partner)} meet?`,
    ...wayIds.map((way) => answer(told, capital(ways[way] ?? way), { way })),
  );

/** All is known, but not for certain: one tap logs it. */
export function confirmLog(told: Told): Card {
  const { minutes = 0, on = '', way = '' } = told.known;
  const title = 'Shall I log this session?';
  return card(
    'confirm-log',
    `${title} With ${told.partner}, ${lengthWords(minutes)}, ${dayWords(on, told.zone, told.now)}.`,
    heading(title),
    facts(
      ['With', told.partner],
      ['How long', lengthWords(minutes)],
      ['When', dayWords(on, told.zone, told.now)],
      ['How', ways[way] ?? way],
    ),
    notice('info', 'Nothing is logged yet.'),
    buttons({ label: 'Log it', token: token('log', told.known), emphasis: 'main' }, formButton(told), neverMind),
  );
}

/** Drops what was asked. */
export const neverMind: Button = { label: 'Never mind', token: token('never-mind', {}) };
