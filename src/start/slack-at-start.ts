import type { SlackConfig } from '../config';
import { organizationIds, organizationOf, type Store } from '../store';
import { SetupError } from './house';
import type { Log } from './log';
import { askSlack, slackRefusal } from './slack-says';
import { whoseInstallation } from './whose';

/**
 * Refuses the start (SetupError) with a token that Slack does not take, or whose workspace could be anybody's. Where
 * Slack cannot be reached, the start goes on: it may come back.
 */
export async function checkSlackToken({ apiUrl, botToken }: SlackConfig, store: Store, log: Log): Promise<void> {
  if (botToken === undefined) return;
  const says = await askSlack(apiUrl, botToken);
  if (says.kind === 'refused') {
    const sentence = slackRefusal(says.code);
    if (sentence !== undefined) throw new SetupError([sentence]);
  }
  if (says.kind !== 'valid') {
    log.warn({ event: 'slack.unchecked', code: says.kind }, 'Slack did not tell about the token; the start goes on.');
    return;
  }
  const organizations = await organizationIds(store);
  if (organizations.length > 1 && (await organizationOf(store, 'slack', says.tenant)) === undefined)
    throw new SetupError([whoseInstallation('slack', says.tenant, organizations.length)]);
}
