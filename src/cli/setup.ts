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

async function answersFrom(values: Partial<Answers>): Promise<Answers> {
  const asking = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stdout }) : undefined;
  const ask = async (given: string | undefined, question: string, flag: string): Promise<string> => {
    const answer = given ?? (await asking?.question(`${question}: `)) ?? '';
    if (answer.trim() === '') throw new SetupError([`${question} is missing; give it with --${flag}.`]);
    return answer.trim();
  };
  try {
    return {
      organization: await ask(values.organization, 'Name of the organization', 'organization'),
      coordinatorName: await ask(values.coordinatorName, 'Name of the first coordinator', 'coordinator-name'),
      coordinatorEmail: await ask(values.coordinatorEmail, 'Work email of the first coordinator', 'coordinator-email'),
      zone: await ask(values.zone, 'Time zone, like America/Anchorage', 'zone'),
    };
  } finally {
    asking?.close();
  }
}

/** Names the organization, its first coordinator and its first program; can be run again. */
export const setupCommand: Command = {
  usage: 'setup [--organization ... --zone ...]',
  says: 'names the organization and its first coordinator; asks what is missing',
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
