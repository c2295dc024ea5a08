import { startWorkspace, type Workspace } from './workspace';

let place: Workspace;
beforeEach(async () => {
  place = await startWorkspace();
});
afterEach(() => place.close());

const commands = async (channel: string): Promise<unknown> =>
  JSON.parse(await (await fetch(`${place.url}/local/api/commands?channel=${channel}`)).text());

it("offers in Slack what the manifest's usage hint says", async () => {
  const says = 'Find a mentor, be one, and see what is open';
  const uses = ['find interviewing', 'topics', 'mine', 'be a mentor', 'pause', 'link', 'help'];
  expect(await commands('slack')).toEqual({
    commands: uses.map((use) => ({ text: `/mentor ${use}`, says, places: ['private', 'shared'] })),
  });
});

it("offers in Teams the manifest's lists, each where its scopes allow", async () => {
  const alone = ['find', 'topics', 'mine', 'be a mentor', 'pause', 'withdraw', 'link', 'help'];
  expect(await commands('teams')).toMatchObject({
    commands: [
      ...alone.map((text) => ({ text, places: ['private'] })),
      { text: 'find', says: expect.stringContaining('in your own chat'), places: ['shared'] },
      { text: 'help', places: ['shared'] },
    ],
  });
});

it('says what is wrong with an unknown channel', async () => {
  expect(await commands('letters')).toEqual({ error: expect.stringContaining('must be slack or teams') });
});
