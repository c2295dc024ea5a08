import { parseArgs } from 'node:util';
import { queues } from '../delivery';
import { realClock } from '../start/clock';
import { layFoundation } from '../start/house';
import { createLog } from '../start/log';
import { type Books, type FaultName, reconcile } from '../store';
import type { Command } from './command';

const flags = { json: { type: 'boolean', default: false } } as const;
const report = 'A fault of the program: report it, with this list.';
const mends = 'The running program mends it within two minutes: start it, and ask again. If it stays, report it.';

/** What each number counts, and what to do where it is not 0. */
const words: Readonly<Record<FaultName, readonly [counts: string, todo: string]>> = {
  'events-without-notice': ['Events of which somebody should have been told, and nothing was noted', report],
  'notices-without-message': ['Notices that wait, and no message will bring them', report],
  'messages-without-notice': ['Messages that say nothing', report],
  'told-and-not-sent': ['Notices that count as told, and their message was not sent', report],
  'messages-without-job': ['Messages that wait to be sent or looked for, and nobody will take them up', mends],
  'sending-too-long': ['Messages that are being sent for longer than a send takes', mends],
  'jobs-without-message': [
    'Jobs for messages that are not here',
    'They do nothing, and the running program takes them away. If they come back, report it.',
  ],
  'places-counted-wrongly': [
    'Mentors whose taken places are not their open exchanges',
    `${report} As the superuser of the database: update mentor_profile p set load = (select count(*) from pairing r where r.organization_id = p.organization_id and r.mentor_id = p.person_id and r.state <> 'ended');`,
  ],
  'due-without-subject': ['Things that are due about something that is not here', `They do no harm. ${report}`],
};

const names = Object.keys(words).filter((name): name is FaultName => Object.hasOwn(words, name));
const isWell = ({ faults }: Books): boolean => names.every((name) => faults[name] === 0);

/** One line for each number; what to do stands below one that is not 0. */
export function booksText(books: Books): string {
  const lines = names.flatMap((name) => {
    const [counts, todo] = words[name];
    const number = books.faults[name];
    return number === 0 ? [`${counts}: 0`] : [`${counts}: ${number}`, `  ${todo}`];
  });
  const wrong = names.filter((name) => books.faults[name] !== 0).length;
  const { uncertain, sought } = books;
  return [
    ...lines,
    wrong === 0 ? `All ${names.length} numbers are 0.` : `${wrong} of ${names.length} numbers are not 0.`,
    `For your information: messages of which nobody knows whether they arrived: ${uncertain}${sought === 0 ? '' : `, ${sought} of them being looked for`}.`,
    '',
  ].join('\n');
}

/** Prints what must be 0, for all organizations together; changes nothing. Exits 1 where something is not. */
export const reconcileCommand: Command = {
  usage: 'reconcile [--json]',
  says: 'compares events, notices, messages and jobs; prints numbers that must all be 0',
  options: [{ name: 'json', says: 'prints one line of JSON, for machines' }],
  example: 'reconcile --json',
  async run(args, config) {
    const { values } = parseArgs({ args: [...args], options: flags });
    const { store, queue } = await layFoundation(config, realClock, createLog('warn'));
    try {
      const books = await reconcile(store, queues);
      process.stdout.write(values.json ? `${JSON.stringify({ well: isWell(books), ...books })}\n` : booksText(books));
      return isWell(books) ? 0 : 1;
    } finally {
      await queue.stop();
      await store.close();
    }
  },
};
