import { startWorkspace, type Workspace } from './workspace';

let place: Workspace;
beforeEach(async () => {
  place = await startWorkspace();
});
afterEach(() => place.close());

const commands = async (channel: string): Promise<unknown> =>
  JSON.parse(await (await fetch(`${place.url}/local/api/commands?channel=${channel}`)).text());

it("offers in Slack what the manifest's usage hint says", async () => {
  expect(await commands('slack')).toEqual({
    commands: [
      { text: '/mentor help', says: 'Find a mentor, answer requests, log a session', places: ['private', 'shared'] },
      {
        text: '/mentor find interviewing',
        says: 'Find a mentor, answer requests, log a session',
        places: ['private', 'shared'],
      },
    ],
  });
});

it("offers in Teams the manifest's lists, each where its scopes allow", async () => {
  expect(await commands('teams')).toMatchObject({
    commands: [
      { text: 'find', places: ['private'] },
      { text: 'withdraw', places: ['private'] },
      { text: 'help', places: ['private'] },
      { text: 'find', says: expect.stringContaining('in your own chat'), places: ['shared'] },
      { text: 'help', places: ['shared'] },
    ],
  });
});

it('says what is wrong with an unknown channel', async () => {
  expect(await commands('letters')).toEqual({ error: expect.stringContaining('must be slack or teams') });
});
