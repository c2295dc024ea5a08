import { App, ExpressReceiver, LogLevel } from '@slack/bolt';
import {
  ActivityHandler,
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationReference,
  MessageFactory,
  TurnContext,
} from 'botbuilder';
import express from 'express';
import { DateTime } from 'luxon';
import { createCallLog, createFaults, createSlackStandIn, createTeamsStandIn } from '../../src/local';
import { type Listening, listen } from './listen';
import { askForm, mentors, requestCard } from './sampleBlocks';

const nothing = (): void => undefined;
const silent = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  setName: nothing,
  getLevel: () => LogLevel.ERROR,
};
const secret = 'a signing secret of the tests';
const now = (): DateTime => DateTime.now();
let server: Listening;
let count = 0;
const shared = () => ({
  now,
  target: () => server.url,
  ids: () => `x${count++}`,
  log: createCallLog({ now }),
  faults: createFaults(),
});
afterEach(() => server.close());

describe('real Bolt against the Slack stand-in', () => {
  const start = async () => {
    const slack = createSlackStandIn({
      ...shared(),
      base: () => `${server.url}/slack-stand-in`,
      signingSecret: secret,
      botToken: 'xoxb-tests',
      users: async () => [{ id: 'U0ANA', name: 'Ana Ruiz', zone: 'America/Anchorage' }],
    });
    const app = express();
    app.use('/slack-stand-in', slack.router);
    server = await listen(app);
    const receiver = new ExpressReceiver({
      signingSecret: secret,
      app,
      endpoints: '/slack/events',
      logLevel: LogLevel.ERROR,
    });
    const bolt = new App({
      receiver,
      token: 'xoxb-tests',
      logger: silent,
      clientOptions: { slackApiUrl: `${server.url}/slack-stand-in/api/`, retryConfig: { retries: 0 } },
    });
    return { slack, bolt };
  };

  it('leads a command, a click and a form through', async () => {
    const { slack, bolt } = await start();
    let sent: unknown;
    bolt.command('/mentor', async ({ ack, client, command }) => {
      await ack({ text: 'Here they are', blocks: mentors });
      await client.chat.postMessage({
        channel: command.user_id,
        text: `${(await client.users.info({ user: command.user_id })).user?.tz}`,
      });
    });
    bolt.action(/ask/, async ({ ack, client, body }) => {
      if ('trigger_id' in body)
        await client.views.open({ trigger_id: body.trigger_id, view: JSON.parse(JSON.stringify(askForm)) });
      await ack();
    });
    bolt.options('in', async ({ ack }) =>
      ack({ options: [{ text: { type: 'plain_text', text: 'Sam' }, value: 'sam' }] }),
    );
    bolt.view('ask', async ({ ack, view }) => {
      sent = view.state.values;
      await ack({ response_action: 'errors', errors: { need: 'Say a little more.' } });
    });

    await slack.slashCommand('U0ANA', 'find interviewing');
    const list = slack.seenBy('U0ANA').find((message) => message.text === 'Here they are');
    if (!list) throw new Error('no answer');
    expect(await slack.click('U0ANA', list, { action: 'ask-joan' })).toMatchObject({ ok: true });
    const modal = slack.modalOf('U0ANA');
    expect(
      await slack.submitView('U0ANA', modal?.id ?? '', { need: 'Notes', topic: 'notes', ways: 'phone', who: 'Sam' }),
    ).toMatchObject({ ok: true });
    expect(sent).toMatchObject({
      need: { in: { value: 'Notes' } },
      who: { in: { selected_option: { value: 'sam' } } },
    });
    expect(slack.modalOf('U0ANA')?.errors).toEqual({ need: 'Say a little more.' });
    expect(slack.seenBy('U0ANA').map((message) => message.text)).toContain('America/Anchorage');
    expect(slack.troubles()).toEqual([]);
  });

  it('hands on what the stand-in refuses as a platform error', async () => {
    const { bolt } = await start();
    const post = bolt.client.chat.postMessage({ channel: 'U0ANA', text: 'x', blocks: [{ type: 'nonsense' }] });
    await expect(post).rejects.toMatchObject({ data: { error: 'invalid_blocks' } });
  });
});

describe('the real botbuilder against the Teams stand-in', () => {
  it('answers a message with a card, an action with a card, and writes later by itself', async () => {
    const teams = createTeamsStandIn({
      ...shared(),
      base: () => `${server.url}/connector`,
      users: async () => [{ id: 'o-joan', name: 'Joan Ek' }],
    });
    let reference: Partial<ConversationReference> = {};
    class Bot extends ActivityHandler {
      constructor() {
        super();
        this.onMessage(async (context) => {
          reference = TurnContext.getConversationReference(context.activity);
          await context.sendActivity({ type: 'typing' });
          const card = MessageFactory.attachment(CardFactory.adaptiveCard(requestCard), undefined, undefined);
          await context.sendActivity({ ...card, summary: 'A request' });
        });
      }
      protected override async onAdaptiveCardInvoke() {
        return {
          statusCode: 200,
          type: 'application/vnd.microsoft.card.adaptive',
          value: { type: 'AdaptiveCard', version: '1.5', body: [] },
        };
      }
    }
    const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
    const bot = new Bot();
    const app = express();
    app.use('/connector', teams.router);
    app.post('/api/messages', express.json(), (request, response) =>
      adapter.process(request, response, (context) => bot.run(context)),
    );
    server = await listen(app);

    expect(await teams.message('o-joan', 'hello')).toMatchObject({ ok: true });
    const [, card] = teams.seenBy('o-joan');
    expect(card).toMatchObject({ from: 'bot', summary: 'A request' });
    await teams.execute('o-joan', card?.id ?? '', 'Decline');
    expect(teams.seenBy('o-joan')[1]).toMatchObject({ edited: true, card: { body: [] } });
    await adapter.continueConversationAsync('', reference, async (context) => {
      await context.sendActivity('Later');
      await context.updateActivity({ type: 'message', id: card?.id ?? '', text: 'Changed' });
    });
    expect(teams.seenBy('o-joan').map((message) => message.text)).toEqual(['hello', 'Changed', 'Later']);
    expect(teams.troubles()).toEqual([]);
  });
});
