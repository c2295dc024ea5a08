import { parseArgs } from 'node:util';
import type { ChannelName } from '../chat';
import { type Gift, type Given, giveInstallation } from '../services';
import { realClock } from '../start/clock';
import { openDatabase, SetupError } from '../start/house';
import { createLog } from '../start/log';
import { allInstallations, type InstallationRow, type Store } from '../store';
import type { Command } from './command';
import { allHomes, homeFor } from './home';
import { isSure } from './setup/sure';

const print = (text: string): void => void process.stdout.write(`${text}\n`);
const words = { slack: 'Slack', teams: 'Teams' } as const;

const flags = { to: { type: 'string' }, yes: { type: 'boolean', default: false } } as const;

/** Prints whose each workspace and tenant is. */
export async function showInstallations(store: Store): Promise<void> {
  const names = new Map((await allHomes(store)).map(({ id, name }) => [id, name]));
  const rows = await allInstallations(store);
  if (rows.length === 0) print('No workspace and no tenant belongs to anybody here yet.');
  for (const { channel, tenant, organizationId, grid, active } of rows) {
    const part = grid === null || grid === tenant ? '' : `, part of the Grid ${grid}`;
    const away = active ? '' : ', the app was removed there';
    print(
      `${words[channel]} ${tenant}: ${names.get(organizationId) ?? 'an organization that is not here'}${part}${away}`,
    );
  }
}

/** Slack or Teams: as it is known here, else as its id looks. */
function channelOf(tenant: string, known: readonly InstallationRow[]): ChannelName {
  const row = known.find((each) => each.tenant === tenant);
  if (row !== undefined) return row.channel;
  if (/^[TE][A-Z0-9]{2,}$/u.test(tenant)) return 'slack';
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(tenant)) return 'teams';
  throw new SetupError([
    `"${tenant}" is no id of a workspace (T...), a Grid (E...) or a tenant (00000000-0000-...). Those that are known: npm run mentor -- installation list`,
  ]);
}

async function inWords(store: Store, given: Exclude<Given, { ok: true }>, tenant: string, to: string): Promise<string> {
  switch (given.because) {
    case 'theirs-already':
      return `${tenant} belongs to "${to}" already. Nothing was changed.`;
    case 'changed-meanwhile':
      return `Somebody else gave ${tenant} away in the same moment. Nothing was changed; look again: npm run mentor -- installation list`;
    case 'people-there': {
      const home = (await allHomes(store)).find(({ id }) => id === given.organizationId);
      const people = given.people === 1 ? '1 person' : `${given.people} people`;
      return `${people} of "${home?.name ?? 'another organization'}" have their accounts in ${tenant}, and would be strangers there. Nothing was changed. If they belong to "${to}": import them there without slack_team and teams_tenant, list them with left_on in the list of "${home?.name ?? 'the other organization'}", give it again, and import the accounts then.`;
    }
  }
}

/** Gives one away, after a yes; throws SetupError with the sentence where that cannot be. */
export async function handOver(store: Store, tenant: string, to: string | undefined, yes: boolean): Promise<void> {
  const homes = await allHomes(store);
  if (to === undefined)
    throw new SetupError([`Say whose it shall be: ${homes.map(({ name }) => `--to "${name}"`).join(' or ')}.`]);
  const home = await homeFor(store, to);
  if (home === undefined) throw new SetupError(['There is no organization yet. Run: npm run mentor -- setup']);
  const known = await allInstallations(store);
  const gift: Gift = { channel: channelOf(tenant, known), tenant, to: home.id };
  const before = known.find((row) => row.channel === gift.channel && row.tenant === tenant);
  const owner = homes.find(({ id }) => id === before?.organizationId)?.name;
  const whose = owner === undefined ? 'which is nobody’s yet' : `which is "${owner}"’s`;
  const along = before?.grid == null ? '' : ', and with it its whole Grid';
  if (!(await isSure(`Give ${words[gift.channel]} ${tenant}, ${whose}, to "${home.name}"${along}`, yes)))
    throw new SetupError(['Stopped; nothing was changed.']);
  const given = await giveInstallation(store, gift);
  if (!given.ok) throw new SetupError([await inWords(store, given, tenant, home.name)]);
  print(`${given.tenants.join(', ')}: given to "${home.name}". A running program knows it within a minute.`);
  if (given.hadToken)
    print(`Its token was deleted here. Install it again: npm run mentor -- install-link --organization "${home.name}"`);
}

/** Shows which workspaces and tenants belong to which organization, and gives one to another. */
export const installationCommand: Command = {
  usage: 'installation list | give ID --to NAME',
  says: 'shows whose each workspace and tenant is, or gives one to another organization',
  options: [
    { name: 'to', takes: 'NAME', says: 'the organization that shall have it' },
    { name: 'yes', says: 'does not ask whether it is right' },
  ],
  example: 'installation give T0ABC --to "Division of Public Assistance"',
  async run(args, config) {
    const { values, positionals } = parseArgs({ args: [...args], options: flags, allowPositionals: true });
    const [what, tenant, ...more] = positionals;
    const isList = what === 'list' && tenant === undefined;
    if (!isList && (what !== 'give' || tenant === undefined || more.length > 0)) {
      process.stderr.write('Say: npm run mentor -- installation list, or installation give T0ABC --to "Name"\n');
      return 64;
    }
    const store = await openDatabase(config, realClock, createLog('warn'));
    try {
      if (tenant === undefined) await showInstallations(store);
      else await handOver(store, tenant, values.to, values.yes);
      return 0;
    } finally {
      await store.close();
    }
  },
};
