import { answerCard, requestCard } from './sampleBlocks';
import { startWorkspace, type Workspace } from './workspace';

let place: Workspace;
beforeEach(async () => {
  place = await startWorkspace();
});
afterEach(() => place.close());

const tenantId = '00000000-0000-4000-8000-0000000000d0';
const call = async (verb: string, path: string, body?: Record<string, unknown>) => {
  const response = await place.bot.teams(verb, `${place.url}/local/teams/v3/conversations${path}`, body);
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
};
const cardOf = (content: object) => ({
  type: 'message',
  summary: 'A card',
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
});
const room = async (user: string): Promise<string> => {
  const { body } = await call('POST', '', { members: [{ id: `29:${user}` }], tenantId, isGroup: false });
  return encodeURIComponent(body.id);
};
const withCard = async (user = 'o-ana') => {
  const { body } = await call('POST', `/${await room(user)}/activities`, cardOf(requestCard));
  return String(body.id);
};

describe('the connector', () => {
  it('makes one conversation for each person, by either id', async () => {
    const body = (id: string) => ({ members: [{ id }], tenantId });
    const one = await call('POST', '', body('29:o-ana'));
    const other = await call('POST', '', body('o-ana'));
    expect(one.status).toBe(201);
    expect(other.body.id).toBe(one.body.id);
    expect((await call('POST', '', body('29:o-nobody'))).status).toBe(403);
    expect((await call('POST', '', { members: [{ id: 'o-ana' }] })).status).toBe(400);
    expect((await call('POST', '', { ...body('o-ana'), isGroup: true })).status).toBe(400);
  });

  it('sends, replaces and deletes', async () => {
    const at = await room('o-ana');
    const sent = await call('POST', `/${at}/activities`, { type: 'message', text: 'Hi' });
    expect(sent.status).toBe(201);
    expect((await call('POST', `/${at}/activities/${sent.body.id}`, { type: 'message', text: 'Reply' })).status).toBe(
      201,
    );
    expect((await call('PUT', `/${at}/activities/${sent.body.id}`, cardOf(answerCard('New')))).status).toBe(200);
    expect(place.teams.seenBy('o-ana')).toMatchObject([{ card: answerCard('New'), edited: true }, { text: 'Reply' }]);
    expect(place.teams.seenBy('o-ana')[0]).not.toHaveProperty('text');
    expect((await call('DELETE', `/${at}/activities/${sent.body.id}`)).status).toBe(200);
    expect(place.teams.seenBy('o-ana')).toHaveLength(1);
    expect((await call('PUT', `/${at}/activities/none`, { type: 'message', text: 'x' })).body.error.code).toBe(
      'ActivityNotFound',
    );
    const lost = await call('POST', '/a:nobody/activities', { type: 'message', text: 'x' });
    expect(lost).toMatchObject({ status: 404, body: { error: { code: 'ConversationNotFound' } } });
  });

  it('shows that the bot is writing until it has written', async () => {
    const at = await room('o-ana');
    await call('POST', `/${at}/activities`, { type: 'typing' });
    expect(place.teams.isTyping('o-ana')).toBe(true);
    await call('POST', `/${at}/activities`, { type: 'message', text: 'Hi' });
    expect(place.teams.isTyping('o-ana')).toBe(false);
  });

  it('tells who is in a conversation', async () => {
    const at = await room('o-ana');
    const ana = { id: '29:o-ana', aadObjectId: 'o-ana', name: 'Ana Ruiz', email: 'ana@example.org' };
    expect((await call('GET', `/${at}/members`)).body).toMatchObject([ana]);
    expect((await call('GET', `/${at}/pagedmembers`)).body).toMatchObject({ members: [ana] });
    expect((await call('GET', `/${at}/members/29:o-ana`)).body).toMatchObject(ana);
    expect((await call('GET', `/${at}/members/29:o-joan`)).status).toBe(404);
    expect((await call('GET', '/a:nobody/members')).status).toBe(404);
  });

  it('fails loudly at what it does not have', async () => {
    expect((await call('GET', '')).status).toBe(404);
    expect(
      place.teams
        .troubles()
        .map((one) => one.says)
        .join(),
    ).toContain('GET /local/teams/v3/conversations');
  });

  it('refuses to reach somebody who removed the bot, until she adds it again', async () => {
    const at = await room('o-ana');
    await place.teams.uninstall('o-ana');
    const answer = await call('POST', `/${at}/activities`, { type: 'message', text: 'x' });
    expect(answer).toMatchObject({ status: 403, body: { errorCode: 209, subCode: 'MessageWritesBlocked' } });
    await place.teams.install('o-ana');
    expect((await call('POST', `/${at}/activities`, { type: 'message', text: 'x' })).status).toBe(201);
  });
});

describe('what people do in Teams', () => {
  it('adds the bot with two activities and no names', async () => {
    await place.teams.install('o-ana');
    expect(place.bot.heard.map((one) => one.type)).toEqual(['installationUpdate', 'conversationUpdate']);
    expect(place.bot.heard[1]).toMatchObject({
      membersAdded: [{ id: '29:o-ana', aadObjectId: 'o-ana' }, { id: expect.stringMatching(/^28:/) }],
    });
    expect(JSON.stringify(place.bot.heard)).not.toContain('Ana Ruiz');
  });

  it('writes with identity, tenant, zone and service address', async () => {
    await place.teams.message('o-ana', 'find interviewing');
    expect(place.bot.heard[0]).toMatchObject({
      type: 'message',
      text: 'find interviewing',
      channelId: 'msteams',
      serviceUrl: `${place.url}/local/teams`,
      from: { id: '29:o-ana', aadObjectId: 'o-ana' },
      conversation: { conversationType: 'personal', tenantId },
      channelData: { tenant: { id: tenantId } },
      entities: [{ type: 'clientInfo', timezone: 'America/Anchorage' }],
    });
  });

  it('mentions the bot in the group chat, where all read the answer', async () => {
    await place.teams.groupMessage('o-ana', 'help');
    expect(place.bot.heard[0]).toMatchObject({
      text: '<at>Mentor Exchange</at> help',
      conversation: { isGroup: true, conversationType: 'groupChat' },
      entities: [{ type: 'mention', text: '<at>Mentor Exchange</at>' }, { type: 'clientInfo' }],
    });
    expect(place.teams.seenBy('o-joan')).toHaveLength(2);
  });

  it('executes an action with the inputs of the card, and shows the card that comes back', async () => {
    const id = await withCard();
    const answer = await place.teams.execute('o-ana', id, 'Accept', { way: 'By video', reason: 'Gladly' });
    expect(answer).toMatchObject({ ok: true });
    expect(place.bot.heard.at(-1)).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: id,
      value: { action: { type: 'Action.Execute', verb: 'act', data: { t: 'accept', way: 'video', reason: 'Gladly' } } },
    });
    expect(place.teams.seenBy('o-ana')).toMatchObject([{ id, card: answerCard('Done: accept video'), edited: true }]);
  });

  it('offers choices in a search field, and takes one by its title', async () => {
    const id = await withCard();
    expect(await place.teams.search('o-ana', id, 'who', 'Sam')).toEqual([{ title: 'Found Sam', value: 'p-1' }]);
    expect(place.bot.heard.at(-1)).toMatchObject({
      name: 'application/search',
      value: { kind: 'search', queryText: 'Sam', dataset: 'people', queryOptions: { skip: 0, top: 15 } },
    });
    await place.teams.execute('o-ana', id, 'Accept', { way: 'phone', who: 'Found Sam' });
    expect(place.bot.heard.at(-1)).toMatchObject({ value: { action: { data: { who: 'p-1' } } } });
  });

  it('searches by itself for a choice nobody has been offered yet, and refuses what is not found', async () => {
    const id = await withCard();
    const strange = await place.teams.execute('o-ana', id, 'Accept', { way: 'phone', who: 'Bob' });
    expect(strange).toMatchObject({ unsent: true, fields: { who: '"Bob" is not one of the choices.' } });
    expect(place.bot.heard.map((one) => one.name)).toEqual(['application/search']);
    expect(await place.teams.execute('o-ana', id, 'Accept', { way: 'phone', who: 'p-1' })).toMatchObject({ ok: true });
  });

  it('counts actions from the top of the card, and sends no inputs where none belong', async () => {
    const id = await withCard();
    await place.teams.execute('o-ana', id, 0);
    expect(place.bot.heard.at(-1)).toMatchObject({ value: { action: { data: { t: 'ask joan' } } } });
  });

  it('presses the Submit fallback as a message with a value and no text', async () => {
    const id = await withCard();
    await place.teams.submitFallback('o-ana', id, 'Accept', { way: 'phone' });
    expect(place.bot.heard.at(-1)).toMatchObject({
      type: 'message',
      replyToId: id,
      value: { t: 'accept', way: 'phone', reason: '' },
    });
    expect(place.bot.heard.at(-1)).not.toHaveProperty('text');
  });

  it('opens links itself, and keeps unfinished forms and strange actions in the client', async () => {
    const id = await withCard();
    expect(await place.teams.execute('o-ana', id, 'Read more')).toEqual({
      ok: true,
      opens: 'https://example.org/more',
    });
    expect(await place.teams.execute('o-ana', id, 'Accept')).toMatchObject({
      unsent: true,
      fields: { way: 'Choose a way to meet.' },
    });
    expect(await place.teams.execute('o-ana', id, 'Accept', { way: 'fax' })).toMatchObject({ unsent: true });
    expect(await place.teams.execute('o-ana', id, 'Accept', { way: 'phone', shoe: '42' })).toMatchObject({
      fields: { shoe: expect.any(String) },
    });
    expect(await place.teams.execute('o-ana', id, 'Dance')).toMatchObject({ unsent: true });
    expect(await place.teams.execute('o-joan', id, 'Accept')).toMatchObject({ unsent: true });
    expect(await place.teams.message('o-nobody', 'x')).toMatchObject({ unsent: true });
    expect(place.bot.heard).toEqual([]);
  });
});
