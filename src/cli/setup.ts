import { parseArgs } from 'node:util';
import { type SetUp, setUpOrganization } from '../services';
import { realClock } from '../start/clock';
import { type Foundation, layFoundation, SetupError } from '../start/house';
import { createLog } from '../start/log';
import { checkLogin, warnOnTerminal } from '../start/login';
import { firstCoordinator, organizationIds, programsOn } from '../store';
import type { Command } from './command';
import { homeFor } from './home';
import { firstProgramOf } from './programs';
import { type Asker, askUntil, isYes, terminal } from './setup/ask';
import { type Given, gather, type Today } from './setup/gather';
import { offerKeys } from './setup/keys';

const flags = {
  organization: { type: 'string' },
  'coordinator-name': { type: 'string' },
  'coordinator-email': { type: 'string' },
  zone: { type: 'string' },
  program: { type: 'string', multiple: true },
  yes: { type: 'boolean', default: false },
} as const;

/** The zone of this machine, where it tells one. */
function zoneHere(): string | undefined {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return timeZone === 'UTC' ? undefined : timeZone;
}

async function todayIn({ store, house }: Foundation, named: string | undefined): Promise<Today> {
  const several = (await organizationIds(store)).length > 1;
  const home = await homeFor(store, several ? named : undefined);
  const seen = home
    ? await store.inOrganization(home.id, undefined, async (tx) => ({
        on: await programsOn(tx),
        hasCoordinator: (await firstCoordinator(tx)) !== undefined,
      }))
    : { on: [], hasCoordinator: false };
  return {
    organizationId: home?.id,
    organization: home?.name,
    zone: home?.zone,
    ...seen,
    programs: [...house.programs.values()],
    firstProgram: firstProgramOf(house),
    zoneHere: zoneHere(),
  };
}

const summary = (deed: string, answers: SetUp): string =>
  [
    `${deed}: ${answers.organization}, time zone ${answers.zone}.`,
    ...(answers.coordinator ? [`Coordinator: ${answers.coordinator.name}, ${answers.coordinator.email}.`] : []),
    `Programs on: ${answers.programs.map(({ name }) => name).join(', ')}.`,
  ].join('\n');

const deeds = { founded: 'Set up', updated: 'Brought up to date' } as const;

const nextSteps = `Next:
  1. The people:  npm run mentor -- import people.csv --dry-run, and then without --dry-run
  2. The chat:    docs/install-slack.md or docs/install-teams.md
  3. The check:   npm run mentor -- doctor, and then npm start
`;

async function setUp(foundation: Foundation, given: Given, asker: Asker | undefined, sure: boolean): Promise<number> {
  const answers = await gather(asker, given, await todayIn(foundation, given.organization));
  if (asker && !sure) {
    const deed = answers.organizationId === undefined ? 'Set up' : 'Bring up to date';
    asker.say(`\n${summary(deed, answers)}\n`);
    if (!(await askUntil(asker, 'Is that right', 'yes', isYes)))
      throw new SetupError(['Stopped; nothing was changed.']);
  }
  const outcome = await setUpOrganization(foundation, answers);
  process.stdout.write(`${summary(deeds[outcome], answers)}\n${nextSteps}`);
  return 0;
}

/** Names the organization, its first coordinator and its programs; asks, or takes flags; can be run again. */
export const setupCommand: Command = {
  usage: 'setup',
  says: 'names the organization, its first coordinator and its programs; asks for what is not given',
  options: [
    { name: 'organization', takes: 'NAME', says: 'its name' },
    { name: 'zone', takes: 'ZONE', says: 'its time zone, like America/Anchorage' },
    { name: 'coordinator-name', takes: 'NAME', says: 'the first coordinator' },
    { name: 'coordinator-email', takes: 'ADDRESS', says: 'her work address' },
    { name: 'program', takes: 'ID', says: 'a program to switch on; may stand several times' },
    { name: 'yes', says: 'does not ask whether it is right' },
  ],
  example: 'setup --organization "Division of Public Assistance" --zone America/Anchorage',
  async run(args, config) {
    const { values } = parseArgs({ args: [...args], options: flags });
    const given = {
      organization: values.organization,
      zone: values.zone,
      coordinatorName: values['coordinator-name'],
      coordinatorEmail: values['coordinator-email'],
      programs: values.program ?? [],
    };
    await checkLogin(config, warnOnTerminal);
    const foundation = await layFoundation(config, realClock, createLog('warn'));
    const asker = terminal();
    try {
      return await setUp(foundation, given, asker, values.yes);
    } finally {
      asker?.close();
      await foundation.queue.stop();
      await foundation.store.close();
    }
  },
  async runWithFaults({ faults }) {
    const asker = terminal();
    try {
      return await offerKeys(faults, asker);
    } finally {
      asker?.close();
    }
  },
};
