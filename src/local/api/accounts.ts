import type { Platform } from '../calls';
import type { LocalPerson, People } from '../people';
import { Problem } from './problem';

const accountOf = (person: LocalPerson, channel: Platform): string | undefined =>
  channel === 'slack' ? person.slackUser : person.teamsUser;

/** The account under which a person acts in a channel. Unknown people and people without one are a problem. */
export async function accountIn(people: People, id: string, channel: Platform): Promise<string> {
  const person = (await people()).find((one) => one.id === id);
  if (!person) throw new Problem(404, `Nobody here has the id "${id}". GET /local/api/people lists everybody.`);
  const account = accountOf(person, channel);
  if (account === undefined)
    throw new Problem(400, `${person.name} has no ${channel === 'slack' ? 'Slack' : 'Teams'} account.`);
  return account;
}
