import { parseArgs } from 'node:util';
import { installLink } from '../channels/slack';
import { realClock, realTime } from '../start/clock';
import { openDatabase, SetupError } from '../start/house';
import { createLog } from '../start/log';
import { organizationIds, organizationOfTx, type Store } from '../store';
import type { Command } from './command';

/** Prints the address at which a workspace is installed for one organization. */
export const installLinkCommand: Command = {
  usage: 'install-link [--organization NAME]',
  says: 'prints the link at which a Slack workspace installs the app; good for seven days',
  options: [
    { name: 'organization', takes: 'NAME', says: 'whose workspace it is, where there are several organizations' },
  ],
  example: 'install-link --organization "Division of Public Assistance"',
  async run(args, config) {
    const { values } = parseArgs({ args: [...args], options: { organization: { type: 'string' } } });
    const oauth = config.slack?.oauth;
    if (oauth === undefined) {
      throw new SetupError([
        'Installing by OAuth is off. Set SLACK_CLIENT_ID, SLACK_CLIENT_SECRET (Basic Information, App Credentials) and PUBLIC_URL.',
      ]);
    }
    const store = await openDatabase(config, realClock, createLog('warn'));
    try {
      const id = await chosen(store, values.organization);
      process.stdout.write(`${await installLink(oauth.publicUrl, oauth.clientSecret, id, realTime().toJSDate())}\n`);
      return 0;
    } finally {
      await store.close();
    }
  },
};

async function chosen(store: Store, name: string | undefined): Promise<string> {
  const known = await Promise.all(
    (await organizationIds(store)).map(async (id) => ({
      id,
      name: (await store.inOrganization(id, undefined, organizationOfTx)).name,
    })),
  );
  if (known.length === 0)
    throw new SetupError(['There is no organization yet. Set one up with: npm run mentor -- setup']);
  const fitting = name === undefined ? known : known.filter((each) => each.name === name);
  const [only, ...others] = fitting;
  if (only !== undefined && others.length === 0) return only.id;
  const names = known
    .map((each) => `"${each.name}"`)
    .sort()
    .join(', ');
  throw new SetupError([
    name === undefined
      ? `Say for which organization: --organization ${names.replaceAll(', ', ' or ')}.`
      : `There is no single organization of that name. Those there are: ${names}.`,
  ]);
}
