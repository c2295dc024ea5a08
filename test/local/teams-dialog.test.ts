import type { Json } from '../../src/local/json';
import { startWorkspace, type Workspace } from './workspace';

let place: Workspace;
beforeEach(async () => {
  place = await startWorkspace();
});
afterEach(() => place.close());

const opener = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    {
      type: 'ActionSet',
      actions: [{ type: 'Action.Submit', title: 'Open', data: { msteams: { type: 'task/fetch' }, t: 'open' } }],
    },
  ],
};
const formCard = (more: Json = {}): Json => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'Input.Text', id: 'need', label: 'What about?', isRequired: true, errorMessage: 'Please say.' },
    { type: 'ActionSet', actions: [{ type: 'Action.Submit', title: 'Send', data: { t: 'send' }, ...more }] },
  ],
});
const window = (content: Json, more: Json = {}): Json => ({
  task: {
    type: 'continue',
    value: {
      title: 'Ask',
      height: 'large',
      width: 'medium',
      card: { contentType: 'application/vnd.microsoft.card.adaptive', content },
      ...more,
    },
  },
});

/** Ana has a card with a button for a dialog before her. */
async function withOpener(): Promise<string> {
  await place.teams.install('o-ana');
  const room = encodeURIComponent(place.teams.conversationOf('o-ana'));
  await place.bot.teams('POST', `${place.url}/local/teams/v3/conversations/${room}/activities`, {
    type: 'message',
    summary: 'A card',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: opener }],
  });
  return place.teams.seenBy('o-ana').at(-1)?.id ?? '';
}
const says = (): readonly string[] => place.teams.troubles().map((trouble) => trouble.says);

describe('a dialog in the Teams client', () => {
  it('is fetched from a card, holds its form until the bot is content, and closes', async () => {
    const id = await withOpener();
    place.bot.answerToTask = window(formCard());
    await place.teams.execute('o-ana', id, 'Open');
    expect(place.bot.heard.at(-1)).toMatchObject({
      type: 'invoke',
      name: 'task/fetch',
      replyToId: id,
      value: { data: { t: 'open' } },
    });
    const opened = place.teams.dialogOf('o-ana');
    expect(opened).toMatchObject({ title: 'Ask' });
    expect(await place.teams.execute('o-ana', 'dialog', 'Send')).toMatchObject({ fields: { need: 'Please say.' } });

    place.bot.answerToTask = window(formCard({ tooltip: 'again' }));
    await place.teams.execute('o-ana', 'dialog', 'Send', { need: 'Notes' });
    const heard = place.bot.heard.at(-1);
    expect(heard).toMatchObject({ name: 'task/submit', value: { data: { t: 'send', need: 'Notes' } } });
    expect(heard).not.toHaveProperty('replyToId');
    expect(place.teams.dialogOf('o-ana')?.id).toBe(opened?.id);
    expect(JSON.stringify(place.teams.dialogOf('o-ana'))).toContain('again');

    place.bot.answerToTask = undefined;
    await place.teams.execute('o-ana', 'dialog', 'Send', { need: 'Notes' });
    expect(place.teams.dialogOf('o-ana')).toBeUndefined();
    expect(says()).toEqual([]);
  });

  it('ends with a word, which is closed by hand', async () => {
    const id = await withOpener();
    place.bot.answerToTask = { task: { type: 'message', value: 'Too late.' } };
    await place.teams.execute('o-ana', id, 'Open');
    expect(place.teams.dialogOf('o-ana')).toMatchObject({ says: 'Too late.' });
    const heard = place.bot.heard.length;
    expect(await place.teams.closeDialog('o-ana')).toMatchObject({ ok: true });
    expect(place.teams.dialogOf('o-ana')).toBeUndefined();
    expect(place.bot.heard).toHaveLength(heard);
    expect(await place.teams.closeDialog('o-ana')).toMatchObject({ unsent: true });
  });

  it('is not there in an older client, which sends the press as a message', async () => {
    const id = await withOpener();
    await place.teams.submitFallback('o-ana', id, 'Open');
    expect(place.bot.heard.at(-1)).toMatchObject({ type: 'message', value: { t: 'open' }, replyToId: id });
    expect(place.teams.dialogOf('o-ana')).toBeUndefined();
  });

  it.each([
    ['an Execute', window(formCard({ type: 'Action.Execute', verb: 'x', fallback: { type: 'Action.Submit' } }))],
    ['no title', window(formCard(), { title: '' })],
    ['no size', window(formCard(), { height: undefined })],
    ['a type of its own', { task: { type: 'redirect' } }],
  ])('is refused with %s', async (_what, answer) => {
    const id = await withOpener();
    place.bot.answerToTask = answer;
    await place.teams.execute('o-ana', id, 'Open');
    expect(place.teams.dialogOf('o-ana')).toBeUndefined();
    expect(says()).toEqual([expect.stringMatching(/^Teams shows an error: /)]);
  });
});
