import { parseArgs } from 'node:util';
import { erasePerson } from '../services';
import { realClock } from '../start/clock';
import { type Foundation, layFoundation, SetupError } from '../start/house';
import { createLog } from '../start/log';
import { pairingsOf, peopleById, personByEmail, type Tx, waitingFor, waitingOf } from '../store';
import type { Command } from './command';
import { homeFor } from './home';
import { isSure } from './setup/sure';

const flags = { organization: { type: 'string' }, yes: { type: 'boolean', default: false } } as const;

async function whoIs(tx: Tx, email: string) {
  const personId = await personByEmail(tx, email);
  const person = personId === undefined ? undefined : (await peopleById(tx, [personId])).get(personId);
  if (personId === undefined || !person)
    throw new SetupError([`There is nobody with the address ${email} here. Nothing was changed.`]);
  const requests = (await waitingFor(tx, personId)).length + (await waitingOf(tx, personId)).length;
  return { personId, name: person.name, requests, pairings: (await pairingsOf(tx, personId)).length };
}

/** Erases one person after a yes; throws SetupError with the sentence where that cannot be. */
export async function eraseByEmail(
  { store, house }: Pick<Foundation, 'store' | 'house'>,
  email: string,
  named: string | undefined,
  yes: boolean,
): Promise<string> {
  const home = await homeFor(store, named);
  if (!home) throw new SetupError(['There is no organization yet. Run: npm run mentor -- setup']);
  const who = await store.inOrganization(home.id, undefined, (tx) => whoIs(tx, email));
  const question = `Erase ${who.name} (${email}) of "${home.name}" for good? Open requests: ${who.requests}, open exchanges: ${who.pairings}; they end, and the others are told. What was written cannot be brought back`;
  if (!(await isSure(question, yes))) throw new SetupError(['Stopped; nothing was changed.']);
  const erased = await store.inOrganization(home.id, undefined, (tx) => erasePerson(tx, house, who.personId));
  if (!erased) throw new SetupError(['Somebody else has erased this person just now.']);
  return 'Erased: accounts, notes, drafts and all words are gone, and with them their key. Counts stay, under a row without a name.';
}

/** Erases one person, as she has asked for it. */
export const eraseCommand: Command = {
  usage: 'erase EMAIL [--organization NAME]',
  says: 'erases one person: words and accounts are deleted, partners are told, counts stay without a name',
  options: [
    { name: 'organization', takes: 'NAME', says: 'whose person it is, where there are several organizations' },
    { name: 'yes', says: 'does not ask whether it is right' },
  ],
  example: 'erase ana.reyes@agency.example.gov',
  async run(args, config) {
    const { values, positionals } = parseArgs({ args: [...args], options: flags, allowPositionals: true });
    const [email, ...more] = positionals;
    if (email === undefined || more.length > 0) {
      process.stderr.write('Say whom: npm run mentor -- erase ana.reyes@agency.example.gov\n');
      return 64;
    }
    const foundation = await layFoundation(config, realClock, createLog('warn'));
    try {
      const done = await eraseByEmail(foundation, email.trim().toLowerCase(), values.organization, values.yes);
      process.stdout.write(
        `${done}\nBackups and what stands in the chats themselves are not touched: see docs/privacy.md. If the person is in your list of people, take the row out, or the next import brings it back.\n`,
      );
      return 0;
    } finally {
      await foundation.queue.stop();
      await foundation.store.close();
    }
  },
};
