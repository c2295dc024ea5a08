import type { ProgramPolicy, SetUp } from '../../services';
import { SetupError } from '../../start/house';
import { readEmail, readName, readPrograms, readZone } from './answers';
import { type Asker, askUntil, type Read } from './ask';

/** What the flags say. */
export type Given = {
  readonly organization?: string | undefined;
  readonly zone?: string | undefined;
  readonly coordinatorName?: string | undefined;
  readonly coordinatorEmail?: string | undefined;
  readonly programs: readonly string[];
};

/** How it stands today, and what there is to choose from. */
export type Today = {
  readonly organizationId: string | undefined;
  readonly organization: string | undefined;
  readonly zone: string | undefined;
  readonly hasCoordinator: boolean;
  readonly on: readonly string[];
  readonly programs: readonly ProgramPolicy[];
  readonly firstProgram: ProgramPolicy;
  /** The zone of this machine; a guess. */
  readonly zoneHere: string | undefined;
};

type Question<T> = {
  readonly text: string;
  readonly flag: string;
  readonly given: string | undefined;
  /** Stands in brackets on a terminal. */
  readonly usual: string | undefined;
  /** Counts without asking, where nobody can be asked. */
  readonly known: string | undefined;
  readonly read: (text: string) => Read<T>;
};

/** The flag, or the answer on a terminal, or what is known; what is missing or wrong then goes to `faults`. */
async function answer<T>(asker: Asker | undefined, faults: string[], question: Question<T>): Promise<T | undefined> {
  const { text, flag, given, usual, known, read } = question;
  if (given === undefined && asker) return askUntil(asker, text, usual, read);
  if (given === undefined && known === undefined) {
    faults.push(`${text} is missing; give it with --${flag}.`);
    return undefined;
  }
  const taken = read((given ?? known ?? '').trim());
  if (taken.ok) return taken.value;
  if (asker) {
    asker.say(`  --${flag}: ${taken.because}`);
    return askUntil(asker, text, usual, read);
  }
  faults.push(`--${flag}: ${taken.because}`);
  return undefined;
}

function listPrograms(asker: Asker, { programs, on }: Today): void {
  asker.say('Programs that can be switched on:');
  for (const [at, { id, name }] of programs.entries())
    asker.say(`  ${at + 1}. ${name} (${id})${on.includes(id) ? ', is on' : ''}`);
}

/** Flags first, questions for the rest; all that is missing at once where nobody can be asked. */
export async function gather(asker: Asker | undefined, given: Given, today: Today): Promise<SetUp> {
  const faults: string[] = [];
  const organization = await answer(asker, faults, {
    text: 'Name of the organization',
    flag: 'organization',
    given: given.organization,
    usual: today.organization,
    known: today.organization,
    read: readName('The name'),
  });
  const zone = await answer(asker, faults, {
    text: 'Time zone, like America/Anchorage',
    flag: 'zone',
    given: given.zone,
    usual: today.zone ?? today.zoneHere,
    known: today.zone,
    read: readZone,
  });
  const wantsCoordinator =
    !today.hasCoordinator || given.coordinatorName !== undefined || given.coordinatorEmail !== undefined;
  const name = wantsCoordinator
    ? await answer(asker, faults, {
        text: 'Name of the first coordinator',
        flag: 'coordinator-name',
        given: given.coordinatorName,
        usual: undefined,
        known: undefined,
        read: readName('The name'),
      })
    : undefined;
  const email = wantsCoordinator
    ? await answer(asker, faults, {
        text: 'Work email of the first coordinator',
        flag: 'coordinator-email',
        given: given.coordinatorEmail,
        usual: undefined,
        known: undefined,
        read: readEmail,
      })
    : undefined;
  if (asker && given.programs.length === 0) listPrograms(asker, today);
  const first = today.on.length > 0 ? today.on.join(', ') : today.firstProgram.id;
  const programs = await answer(asker, faults, {
    text: 'Programs, by number or id',
    flag: 'program',
    given: given.programs.length > 0 ? given.programs.join(',') : undefined,
    usual: first,
    known: first,
    read: readPrograms(today.programs),
  });
  if (faults.length > 0 || organization === undefined || zone === undefined || programs === undefined)
    throw new SetupError(faults);
  const coordinator = name !== undefined && email !== undefined ? { name, email } : undefined;
  return { organizationId: today.organizationId, organization, zone, coordinator, programs };
}
