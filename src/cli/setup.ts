import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { IANAZone } from 'luxon';
import { setUpOrganization } from '../services';
import { realClock } from '../start/clock';
import { layFoundation, SetupError } from '../start/house';
import { createLog } from '../start/log';
import type { Command } from './command';
import { firstProgramOf } from './programs';

type Answers = {
  readonly organization: string;
  readonly coordinatorName: string;
  readonly coordinatorEmail: string;
  readonly zone: string;
};

const questions: readonly (readonly [keyof Answers, question: string, flag: string])[] = [
  ['organization', 'Name of the organization', 'organization'],
  ['coordinatorName', 'Name of the first coordinator', 'coordinator-name'],
  ['coordinatorEmail', 'Work email of the first coordinator', 'coordinator-email'],
  ['zone', 'Time zone, like America/Anchorage', 'zone'],
];

/** What the flags leave open is asked on a terminal; elsewhere all that is missing is named at once. */
async function answersFrom(values: Partial<Answers>): Promise<Answers> {
  const asking = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stdout }) : undefined;
  const answers = { organization: '', coordinatorName: '', coordinatorEmail: '', zone: '' };
  try {
    for (const [name, question] of questions) {
      answers[name] = (values[name] ?? (await asking?.question(`${question}: `)) ?? '').trim();
    }
  } finally {
    asking?.close();
  }
  const missing = questions.filter(([name]) => answers[name] === '');
  if (missing.length > 0)
    throw new SetupError(missing.map(([, question, flag]) => `${question} is missing; give it with --${flag}.`));
  return answers;
}

/** Names the organization, its first coordinator and its first program; can be run again. */
export const setupCommand: Command = {
  usage: 'setup',
  says: 'names the organization and its first coordinator; asks, or takes --organization, --zone, --coordinator-name, --coordinator-email',
  async run(args, config) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        organization: { type: 'string' },
        'coordinator-name': { type: 'string' },
        'coordinator-email': { type: 'string' },
        zone: { type: 'string' },
      },
    });
    const given = {
      ...(values.organization ? { organization: values.organization } : {}),
      ...(values['coordinator-name'] ? { coordinatorName: values['coordinator-name'] } : {}),
      ...(values['coordinator-email'] ? { coordinatorEmail: values['coordinator-email'] } : {}),
      ...(values.zone ? { zone: values.zone } : {}),
    };
    const answers = await answersFrom(given);
    if (!IANAZone.isValidZone(answers.zone))
      throw new SetupError(['That is no time zone; write it like America/Anchorage.']);
    if (!/^[^\s@<>"]+@[^\s@<>"]+$/u.test(answers.coordinatorEmail))
      throw new SetupError(['That is no email address; write it like joan.ek@example.gov.']);
    const foundation = await layFoundation(config, realClock, createLog('warn'));
    try {
      const outcome = await setUpOrganization(foundation, answers, firstProgramOf(foundation.house));
      process.stdout.write(
        `${outcome === 'founded' ? 'Set up' : 'Brought up to date'}: ${answers.organization}. Coordinator: ${answers.coordinatorName}.\nNext: npm run mentor -- import people.csv\n`,
      );
      return 0;
    } finally {
      await foundation.queue.stop();
      await foundation.store.close();
    }
  },
};
