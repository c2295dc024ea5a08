import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Deployment, deploy } from './deployment';

const people = readFileSync(join(__dirname, '..', 'transcripts', 'people.csv'), 'utf8');
const csv = `${people}Tom Lake,tom@dpa.example.gov,DPA > Anchorage,,America/Anchorage,,,t1,tom,coordinator@/bethel-nome-exchange,,\n`;
const members = [
  { name: 'Nora Bright', slackUser: 'nora' },
  { name: 'Tom Lake', teamsUser: 'tom' },
  { name: 'Ben Carter', slackUser: 'ben' },
  { name: 'Dora A.', slackUser: 'dora2', email: 'DORA@dpa.example.gov' },
  { name: 'Reyes, Ana', teamsUser: 'ana2', email: 'ana@dpa.example.gov' },
  { name: 'Kim Doe', teamsUser: 'kim', email: 'kim@elsewhere.example.org' },
  { name: 'Lou Poe', slackUser: 'lou' },
  { name: 'B. Carter', teamsUser: 'ben2' },
];

/** Asks again until it is so; the product answers by messages of its own, within ten seconds. */
async function eventually<T>(look: () => T | undefined, what: string): Promise<T> {
  const end = Date.now() + 10_000;
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`Within ten seconds there was no ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('an account that nobody has linked, through real Bolt and botbuilder', () => {
  let it_: Deployment;

  beforeAll(async () => {
    it_ = await deploy(csv, members);
    // On loopback the bot learns from the first activity where Teams is.
    await it_.teams.message('tom', 'hello');
  }, 90_000);
  afterAll(async () => {
    expect(await it_.stop()).toBe(0);
    expect(it_.slack.troubles()).toEqual([]);
    expect(it_.teams.troubles()).toEqual([]);
    expect(it_.said()).not.toMatch(/Kim|Dora|Poe|example\.(gov|org)/);
  }, 40_000);

  const slackMessage = (user: string, words: string) =>
    it_.slack.seenBy(user).findLast((message) => JSON.stringify(message).includes(words));
  const teamsMessage = (user: string, words: string) =>
    it_.teams.seenBy(user).findLast((message) => JSON.stringify(message).includes(words));
  const inSlack = (user: string, words: string) => eventually(() => slackMessage(user, words), words);
  const inTeams = (user: string, words: string) => eventually(() => teamsMessage(user, words), words);

  it('is asked in Slack whose address it has, and carries on with what was wanted', async () => {
    await it_.slack.message('dora2', 'find interviewing');
    const { channel, ts } = await inSlack('dora2', 'Are you Dora Alexie?');
    const asked = it_.log
      .list()
      .filter(({ what, body }) => what === 'users.info' && JSON.stringify(body).includes('dora2'));
    expect(asked).toHaveLength(1);
    await it_.slack.click('dora2', { channel, ts }, { action: 'Yes, that is me' });
    await inSlack('dora2', 'Mentors for Interviewing Techniques');
    expect(slackMessage('dora2', 'From now on I know this account')?.ts).toBe(ts);
  });

  it('is asked in Teams, where saying so takes the place of the question', async () => {
    await it_.teams.message('ana2', 'find interviewing');
    const { id } = await inTeams('ana2', 'Are you Ana Reyes?');
    await it_.teams.execute('ana2', id, 'Yes, that is me');
    await inTeams('ana2', 'Mentors for Interviewing Techniques');
    expect(teamsMessage('ana2', 'From now on I know this account')?.id).toBe(id);
  });

  it('waits for one of two coordinators, each in her own client; the card of the other is redrawn', async () => {
    await it_.teams.message('kim', 'hello');
    await inTeams('kim', 'asked the mentoring coordinator');
    await inTeams('tom', 'Whose account is this?');
    const card = await inSlack('nora', 'Whose account is this?');
    expect(JSON.stringify(card)).toContain('kim@elsewhere.example.org');
    await it_.slack.click('nora', { channel: card.channel, ts: card.ts }, { action: 'Link' });
    const modal = await eventually(() => it_.slack.modalOf('nora'), 'form');
    const found = await it_.slack.suggest('nora', 'person', 'rosa');
    expect(JSON.stringify(found)).toContain('Rosa Diaz');
    await it_.slack.submitView('nora', modal.id, { person: 'Rosa Diaz' });
    await inSlack('nora', 'linked to Rosa Diaz by Nora Bright');
    await inTeams('tom', 'linked to Rosa Diaz by Nora Bright');
    await inTeams('kim', 'Good news, Rosa');
  });

  it('is linked by a coordinator in Teams, who makes a person by the form in the card', async () => {
    await it_.slack.slashCommand('lou', 'find interviewing');
    await inSlack('lou', 'asked the mentoring coordinator');
    const { id } = await inTeams('tom', 'Lou Poe');
    // A second message within a second waits; one that nobody has to answer any more is not sent.
    await inSlack('nora', 'Lou Poe writes to me');
    await it_.teams.execute('tom', id, 'Link');
    await inTeams('tom', 'Their work address');
    expect(JSON.stringify(await it_.teams.search('tom', id, 'person', 'joan'))).toContain('Joan Ek');
    await it_.teams.execute('tom', id, 'Link', { name: 'Lou Poe', email: 'ben@dpa.example.gov' });
    await inTeams('tom', 'Ben Carter has this address already');
    await it_.teams.execute('tom', id, 'Link', { name: 'Lou Poe', email: 'lou.poe@dpa.example.gov' });
    await inTeams('tom', 'linked to Lou Poe by Tom Lake');
    await inSlack('nora', 'linked to Lou Poe by Tom Lake');
    await inSlack('lou', 'Good news, Lou');
  });

  it('is the second one of somebody who types a code from the first', async () => {
    await it_.slack.slashCommand('ben', 'link');
    const shown = await inSlack('ben', 'Link your other account');
    const code = /link (\w{4}-\w{4})/.exec(JSON.stringify(shown))?.[1] ?? '';
    await it_.teams.message('ben2', `link ${code.toLowerCase()}`);
    await inTeams('ben2', 'Thank you, Ben');
    expect(JSON.stringify(shown)).not.toMatch(/Teams|Slack/);
    expect(JSON.stringify(it_.teams.seenBy('ben2'))).not.toMatch(/Slack/);
  });
});
