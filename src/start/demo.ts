import { randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { DateTime } from 'luxon';
import { projectRoot, type SlackConfig, type TeamsConfig } from '../config';
import {
  createCallLog,
  createFaults,
  createLocalWorkspace,
  createSlackStandIn,
  createTeamsStandIn,
  type LocalPerson,
} from '../local';
import { importPeople } from '../services';
import { accountsOf, ledgerOf, organizationIds } from '../store';
import { addressOfAccount } from './addresses';
import type { movableClock } from './clock';
import { realTime } from './clock';
import { demoTeam } from './demo-home';
import type { Foundation } from './house';
import type { Engine } from './running';
import { createWhyBook, type WhyBook } from './why-book';

const tenant = '7e4d1c58-0000-4000-8000-000000000001';
export const demoZone = 'America/Anchorage';
const firstProgramId = 'bethel-nome-exchange';

export type Opened = {
  readonly workspace: ReturnType<typeof createLocalWorkspace>;
  /** Gives everybody who uses Teams the app, as an administrator does for all at once. */
  installForAll(): Promise<void>;
};

/** Two stand-ins for the platforms, and the credentials under which the real channels talk to them. */
export type Demo = {
  readonly slack: SlackConfig;
  readonly teams: TeamsConfig;
  /** Told of everything that is understood, for the link below a message. */
  readonly noted: WhyBook['noted'];
  open(foundation: Foundation, engine: Engine): Opened;
};

/** Puts the demo organization into an empty database; false where there is one already. */
export async function foundDemo({ store, newId, house }: Foundation, today: string): Promise<boolean> {
  if ((await organizationIds(store)).length > 0) return false;
  const firstProgram = house.programs.get(firstProgramId);
  if (!firstProgram) throw new Error(`The demo needs the program ${firstProgramId}.`);
  const text = await readFile(join(projectRoot, 'src', 'local', 'demo', 'people.csv'), 'utf8');
  await importPeople({ store, newId, house, firstProgram, addressOf: addressOfAccount }, text, { full: false, today });
  return true;
}

/** The local workspace around the engine: `base` is this server's own address; `startOver` is told that all is to be made anew. */
export function createDemo(
  base: () => string,
  clock: ReturnType<typeof movableClock>,
  startOver: (() => void) | undefined,
): Demo {
  const signingSecret = randomBytes(16).toString('hex');
  const botToken = `xoxb-local-${randomBytes(12).toString('hex')}`;
  const log = createCallLog({ now: realTime });
  const faults = { slack: createFaults(), teams: createFaults() };
  const whys = createWhyBook();
  return {
    slack: { signingSecrets: [signingSecret], botToken, appToken: undefined, apiUrl: `${base()}/local/slack/api/` },
    teams: {
      appId: undefined,
      appPassword: undefined,
      tenantId: tenant,
      appType: 'SingleTenant',
      cloud: 'public',
      local: true,
    },
    noted: whys.noted,
    open(foundation, engine) {
      const people = async (): Promise<readonly LocalPerson[]> => {
        const [organizationId] = await organizationIds(foundation.store);
        return organizationId === undefined
          ? []
          : foundation.store.inOrganization(organizationId, undefined, accountsOf);
      };
      const slack = createSlackStandIn({
        signingSecret,
        botToken,
        base: () => `${base()}/local/slack`,
        target: base,
        users: async () =>
          (await people()).flatMap(({ slackUser, name, email, zone }) =>
            slackUser ? [{ id: slackUser, name, ...(email ? { email } : {}), ...(zone ? { zone } : {}) }] : [],
          ),
        now: realTime,
        shownNow: clock.now,
        ids: randomUUID,
        log,
        faults: faults.slack,
        teamId: demoTeam,
      });
      const teams = createTeamsStandIn({
        base: () => `${base()}/local/teams`,
        target: base,
        users: async () =>
          (await people()).flatMap(({ teamsUser, name, email, zone }) =>
            teamsUser ? [{ id: teamsUser, name, ...(email ? { email } : {}), ...(zone ? { zone } : {}) }] : [],
          ),
        now: realTime,
        shownNow: clock.now,
        ids: randomUUID,
        log,
        faults: faults.teams,
        tenantId: tenant,
      });
      const settle = async (): Promise<void> => {
        foundation.queue.wake();
        for (let rounds = 0; rounds < 100 && (await foundation.queue.depth()) > 0; rounds += 1) await pause(100);
      };
      const workspace = createLocalWorkspace({
        people,
        clock: { now: clock.now, moveTo: (at) => moveTo(at, clock, engine, settle) },
        explain: async () => {
          const [organizationId] = await organizationIds(foundation.store);
          return organizationId === undefined
            ? {}
            : foundation.store.inOrganization(organizationId, undefined, ledgerOf);
        },
        whyOf: whys.whyOf,
        startOver,
        slack,
        teams,
        log,
        faults,
        pageFolder: join(projectRoot, 'dist', 'local-page'),
        manifestFolder: join(projectRoot, 'manifests'),
      });
      return {
        workspace,
        async installForAll() {
          for (const { teamsUser } of await people()) if (teamsUser) await teams.install(teamsUser);
        },
      };
    },
  };
}

/** Moves the business clock ahead, stopping at every due time on the way, so that all happens in its order. */
async function moveTo(
  at: DateTime,
  clock: ReturnType<typeof movableClock>,
  engine: Engine,
  settle: () => Promise<void>,
): Promise<void> {
  for (let stops = 0; stops < 500; stops += 1) {
    const due = await engine.heartbeat.nextDue();
    if (!due || due.getTime() > at.toMillis()) break;
    if (due.getTime() > clock.now().toMillis()) clock.set(at.plus({ milliseconds: due.getTime() - at.toMillis() }));
    await engine.heartbeat.beat();
    await settle();
  }
  // Time went on while the last of it was sent: the clock never goes back.
  if (clock.now() < at) clock.set(at);
  await engine.heartbeat.beat();
  await settle();
}
