import * as fc from 'fast-check';
import { DateTime } from 'luxon';
import { read } from '../../../src/channels/slack/read';
import { event, payload } from './payload';

const at = DateTime.fromISO('2026-11-18T10:00:00Z');
const from = { channel: 'slack', tenant: 'T0001', user: 'U2147483697' };
const home = { channel: 'slack', ref: '{"team":"T0001","user":"U2147483697"}' };
const inbound = (body: unknown) => read(body, at)?.inbound;
const way = (body: unknown) => read(body, at)?.way;

describe('a slash command', () => {
  it('is a private message, with entities decoded and mentions as they stand', () => {
    expect(inbound(payload('command'))).toEqual({
      kind: 'message',
      id: 'slack:command:T0001:U2147483697:13345224609.738474920.8088930838d88f008e0',
      from,
      at,
      place: 'private',
      home,
      text: 'find  notes & <tips> for <@U2222|joan>',
    });
  });

  it('belongs to the Grid where the app is installed for all of it', () => {
    expect(inbound(payload('command-grid'))?.from).toEqual({ channel: 'slack', tenant: 'E0001', user: 'W2147483697' });
    expect(inbound(payload('command-grid', { is_enterprise_install: 'false' }))?.from.tenant).toBe('T0001');
  });

  it('decodes an entity once only', () => {
    expect(inbound(payload('command', { text: '&amp;lt;b&amp;gt;' }))).toMatchObject({ text: '&lt;b&gt;' });
  });

  it('is nothing when a field is there twice', () => {
    expect(inbound(payload('command', { text: ['a', 'b'] }))).toBeUndefined();
    expect(inbound(payload('command', { user_id: ['U1', 'U2'] }))).toBeUndefined();
  });
});

describe('a message', () => {
  it('in a direct conversation is private', () => {
    expect(read(payload('message'), at)).toEqual({
      inbound: {
        kind: 'message',
        id: 'slack:message:T0001:D024BE91L:1763370000.000200',
        from,
        at,
        place: 'private',
        home,
        text: 'I keep messing up my case notes, who can help? <3',
      },
      way: { from: 'direct', team: 'T0001', user: 'U2147483697', channel: 'D024BE91L' },
    });
  });

  it('is the same one under another event id', () => {
    expect(inbound(payload('message', { event_id: 'Ev9999' }))?.id).toBe(inbound(payload('message'))?.id);
  });

  it('of the bot, of other bots and an edit are nothing', () => {
    expect(inbound(payload('message-bot'))).toBeUndefined();
    expect(inbound(payload('message-edited'))).toBeUndefined();
    expect(inbound(event('message', { user: 'UBOT' }))).toBeUndefined();
    expect(inbound(event('message', { bot_id: 'B9' }))).toBeUndefined();
    expect(inbound(event('message', { subtype: 'message_deleted' }))).toBeUndefined();
  });

  it('with a file beside it is still heard', () => {
    expect(inbound(event('message', { subtype: 'file_share' }))).toMatchObject({ kind: 'message' });
  });

  it('in a channel is nothing unless the bot is called', () => {
    expect(inbound(event('message', { channel: 'C1', channel_type: 'channel' }))).toBeUndefined();
  });

  it('that calls the bot in a channel is shared, without the call itself', () => {
    expect(read(payload('mention'), at)).toMatchObject({
      inbound: {
        kind: 'message',
        place: 'shared',
        text: 'find interviewing',
        home,
        id: 'slack:message:T0001:C2147483705:1763370003.000500',
      },
      way: { from: 'mention', channel: 'C2147483705', thread: '1763360000.000100' },
    });
    expect(inbound(event('mention', { text: 'hey <@UBOT|mentor>, find <@U2|x>' }))).toMatchObject({
      text: 'hey  , find <@U2|x>',
    });
  });

  it('loses only the call at its beginning when nobody says who the bot is', () => {
    expect(inbound(event('mention', { text: ' <@UX> ask <@U2>' }, { authorizations: [] }))).toMatchObject({
      text: 'ask <@U2>',
    });
  });

  it('loses what deceives the eye', () => {
    expect(inbound(event('message', { text: 'a\u202eb\u200bc\u0000' }))).toMatchObject({ text: 'abc' });
  });
});

describe('a guest', () => {
  it('is somebody whose workspace is another one', () => {
    expect(inbound(payload('mention-foreign'))).toMatchObject({ guest: true });
    expect(inbound(payload('mention'))).not.toHaveProperty('guest');
    expect(inbound(payload('button', { user: { id: 'U9', team_id: 'T9999' } }))).toMatchObject({ guest: true });
    expect(inbound(payload('button'))).not.toHaveProperty('guest');
  });

  it('is nobody of the same Grid', () => {
    const grid = { is_enterprise_install: true, enterprise: { id: 'E0001' }, team: null };
    expect(inbound(payload('button', { ...grid, user: { id: 'W9', team_id: 'T0002' } }))).toMatchObject({
      from: { tenant: 'E0001' },
    });
    expect(inbound(payload('button', { ...grid, user: { id: 'W9', team_id: 'T0002' } }))).not.toHaveProperty('guest');
  });

  it('is known by the account too', () => {
    expect(inbound(event('user-change', { user: { id: 'U9', is_restricted: true } }))).toMatchObject({ guest: true });
    expect(inbound(event('user-change', { user: { id: 'U9', team_id: 'T9' } }))).toMatchObject({ guest: true });
  });
});

describe('a button', () => {
  it('names its token and the message it stands in', () => {
    expect(read(payload('button'), at)).toEqual({
      inbound: {
        kind: 'action',
        id: 'slack:action:T0001:U2147483697:1763370010.000800:ask:0:1763370011.426151:12321423423.333649436676.d8c1bb837935619ccad0f624c448ffb3',
        from,
        at,
        place: 'private',
        home,
        token: { intent: 'ask', args: { mentor: 'm-1' } },
        on: {
          address: { channel: 'slack', ref: '{"team":"T0001","channel":"D024BE91L","user":"U2147483697"}' },
          message: '1763370010.000800',
        },
      },
      way: {
        from: 'message',
        team: 'T0001',
        user: 'U2147483697',
        channel: 'D024BE91L',
        ts: '1763370010.000800',
        trigger: '12321423423.333649436676.d8c1bb837935619ccad0f624c448ffb3',
        responseUrl: 'https://hooks.slack.com/actions/T0001/156439/a1b2',
      },
    });
  });

  it('in a message that only she sees has no message to redraw later', () => {
    expect(inbound(payload('button-ephemeral'))).not.toHaveProperty('on');
    expect(way(payload('button-ephemeral'))).not.toHaveProperty('ts');
  });

  it('that opens a page, or carries what is no token, means nothing', () => {
    expect(inbound(payload('button-link'))).toBeUndefined();
    expect(inbound(payload('button', { actions: [{ action_id: 'x', value: 'junk' }] }))).toBeUndefined();
    expect(inbound(payload('button', { actions: [] }))).toBeUndefined();
  });

  it('pressed again is another act', () => {
    const again = payload('button', {
      actions: [{ action_id: 'ask:0', value: '["ask",{"mentor":"m-1"}]', action_ts: '1763370099.1' }],
    });
    expect(inbound(again)?.id).not.toBe(inbound(payload('button'))?.id);
  });

  it('on the Home tab is answered there', () => {
    expect(way(payload('button-home'))).toMatchObject({ from: 'home' });
  });
});

describe('a submitted form', () => {
  it('names its token, its values and the message that opened it', () => {
    const { inbound: act, way: road } = read(payload('submission'), at) ?? {};
    expect(act).toMatchObject({
      kind: 'form',
      from,
      token: { intent: 'ask', args: { mentor: 'm-1' } },
      on: { message: '1763370010.000800' },
      values: { title: 'Ms.', topic: 'excel', ways: ['phone'], day: '2026-12-01', minutes: '45', agree: 'yes' },
    });
    expect(act?.kind === 'form' && Object.keys(act.values)).toEqual([
      'title',
      'topic',
      'ways',
      'day',
      'minutes',
      'agree',
    ]);
    expect(road).toMatchObject({
      from: 'submit',
      view: 'VNHU13V36',
      form: 'every-field',
      on: { channel: 'D024BE91L', ts: '1763370010.000800' },
    });
  });

  it('is a new act when the same window is sent again', () => {
    expect(inbound(payload('submission', { trigger_id: '1.2.3' }))?.id).not.toBe(inbound(payload('submission'))?.id);
  });

  it('is the same act when Slack delivers it again', () => {
    expect(inbound(payload('submission'))?.id).toBe(inbound(payload('submission'))?.id);
  });
});

describe('a shortcut', () => {
  it('of the lightning menu asks for a mentor, in private, and has no place to answer in', () => {
    expect(read(payload('shortcut'), at)).toEqual({
      inbound: {
        kind: 'message',
        id: 'slack:shortcut:T0001:U2147483697:944799105734.773906753841.38b5894552bdd4a780554ee59d1f3638',
        from,
        at,
        place: 'private',
        home,
        text: 'find a mentor',
      },
      way: {
        from: 'shortcut',
        team: 'T0001',
        user: 'U2147483697',
        trigger: '944799105734.773906753841.38b5894552bdd4a780554ee59d1f3638',
      },
    });
  });

  it('of a message takes its words as the wish, and nothing of its author or channel', () => {
    const act = read(payload('shortcut-message'), at);
    expect(act?.inbound).toMatchObject({ place: 'private', text: 'My case notes & forms are a mess, who can help?' });
    expect(JSON.stringify(act)).not.toMatch(/C2147483705|U0002|hooks/);
  });

  it('of a message without words, or with too many, still asks', () => {
    expect(inbound(payload('shortcut-message', { message: { text: null } }))).toMatchObject({ text: 'find a mentor' });
    const long = inbound(payload('shortcut-message', { message: { text: 'x'.repeat(40_000) } }));
    expect(long?.kind === 'message' && long.text.length).toBe(1000);
  });

  it('of a stranger says so, and one that is not ours means nothing', () => {
    expect(inbound(payload('shortcut', { user: { id: 'U9', team_id: 'T9' } }))).toMatchObject({ guest: true });
    expect(inbound(payload('shortcut', { callback_id: 'find_mentor_for_this' }))).toBeUndefined();
    expect(inbound(payload('shortcut', { trigger_id: undefined }))).toBeUndefined();
  });
});

describe('a channel that another organization shares', () => {
  it('is named, so that nothing is answered there', () => {
    expect(way(payload('mention-foreign'))).toMatchObject({ from: 'mention', external: true });
    expect(way(payload('mention', { is_ext_shared_channel: true }))).toMatchObject({ external: true });
    expect(way(payload('mention'))).not.toHaveProperty('external');
  });

  it('makes every account of another workspace foreign, also where the app is installed for a Grid', () => {
    const grid = [{ enterprise_id: 'E0001', team_id: null, user_id: 'UBOT', is_enterprise_install: true }];
    const around = { authorizations: grid, context_enterprise_id: 'E0001', enterprise_id: 'E0001' };
    expect(inbound(payload('mention-foreign', around))).toMatchObject({ guest: true, from: { tenant: 'E0001' } });
    expect(inbound(payload('mention-foreign', { ...around, is_ext_shared_channel: false }))).not.toHaveProperty(
      'guest',
    );
  });
});

describe('everything else', () => {
  it('letters in a search field ask what the field asks', () => {
    expect(inbound(payload('suggestion'))).toMatchObject({
      kind: 'search',
      token: { intent: 'people', args: {} },
      text: 'joa',
    });
    expect(inbound(payload('suggestion', { block_id: 'constructor' }))).toBeUndefined();
  });

  it('opening the Home tab, but not the messages', () => {
    expect(inbound(payload('home'))).toMatchObject({
      kind: 'home',
      id: 'slack:home:T0001:U2147483697:1763370005.123456',
    });
    expect(inbound(event('home', { tab: 'messages' }))).toBeUndefined();
  });

  it('the app going, in both ways', () => {
    expect(inbound(payload('uninstalled'))).toMatchObject({ kind: 'uninstalled', from: { tenant: 'T0001' } });
    expect(inbound(payload('tokens-revoked'))).toMatchObject({ kind: 'uninstalled', from: { tenant: 'T0001' } });
    expect(inbound(event('tokens-revoked', { tokens: { oauth: ['U111'] } }))).toBeUndefined();
  });

  it('a person who leaves or moves', () => {
    expect(inbound(payload('user-change'))).toMatchObject({
      kind: 'personChanged',
      active: false,
      zone: 'America/Anchorage',
      locale: 'en-US',
      from,
    });
  });

  it('never throws, whatever comes', () => {
    const names = [
      'command',
      'message',
      'mention',
      'home',
      'user-change',
      'button',
      'submission',
      'suggestion',
      'shortcut',
      'shortcut-message',
      'tokens-revoked',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.dictionary(
          fc.constantFrom(
            'event',
            'user',
            'team',
            'view',
            'actions',
            'container',
            'authorizations',
            'text',
            'type',
            'team_id',
            'is_enterprise_install',
          ),
          fc.jsonValue(),
        ),
        (name, changes) => {
          expect(() => read(payload(name, changes), at)).not.toThrow();
        },
      ),
      { numRuns: 1000 },
    );
    fc.assert(fc.property(fc.anything(), (body) => expect(() => read(body, at)).not.toThrow()));
  });
});
