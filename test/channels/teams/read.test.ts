import { activityOf } from '../../../src/channels/teams/activity';
import { readActivity } from '../../../src/channels/teams/read';
import { placeOf } from '../../../src/channels/teams/reference';
import type { Inbound } from '../../../src/chat';
import { payload, payloadNames } from './payload';
import { now } from './rig';

function read(name: string, changes: Readonly<Record<string, unknown>> = {}): Inbound | undefined {
  const activity = activityOf(payload(name, changes));
  if (activity === undefined) throw new Error(`${name} is no activity.`);
  return readActivity(activity, now);
}

const ana = {
  channel: 'teams',
  tenant: '3a9f0000-0000-4000-8000-00000000aaaa',
  user: '7f3c1f0e-0000-4000-8000-00000000000a',
};
const accept = { intent: 'accept', args: { request: 'r-1', version: 1 } };

describe('what Teams sends', () => {
  it('knows every payload as an activity', () => {
    for (const name of payloadNames) expect(activityOf(payload(name))).toBeDefined();
  });

  it('is a message: who, where, in which zone and language', () => {
    const inbound = read('message-personal');
    expect(inbound).toMatchObject({
      kind: 'message',
      text: 'find interviewing',
      id: 'a:1personal-ana|1763492400123',
      from: ana,
      at: now,
      place: 'private',
      zone: 'America/Anchorage',
      locale: 'en-US',
    });
    expect(inbound).not.toHaveProperty('guest');
    expect(inbound?.home && placeOf(inbound.home)).toEqual({
      serviceUrl: 'https://smba.trafficmanager.net/amer/',
      conversation: 'a:1personal-ana',
      bot: '28:c0ffee00-0000-4000-8000-000000000001',
      user: '29:1Q2w3e4r5t-ana',
      tenant: ana.tenant,
    });
  });

  it.each([
    ['message-slash', 'find case notes & Excel'],
    ['message-channel-mention', 'find interviewing'],
    ['message-person-mention', 'ask <at>Rosa Diaz</at> about Excel'],
    ['message-targeted', 'find excel'],
  ])('is read without its wrapping: %s', (name, text) => {
    expect(read(name)).toMatchObject({ kind: 'message', text });
  });

  it.each([
    ['/mentor', ''],
    ['/mentor\u00a0 find x', 'find x'],
    ['/mentoring', 'mentoring'],
    ['mentor find x', 'mentor find x'],
    ['/find x', 'find x'],
    ['&lt;b&gt; &#39;q&#39; &#x1F600; &unknown;', "<b> 'q' 😀 &unknown;"],
    ['a\r\nb', 'a\nb'],
    ['re\u202ename\u200b', 'rename'],
    [undefined, ''],
  ])('means, typed as %j, %j', (text, meant) => {
    expect(read('message-personal', { text })).toMatchObject({ kind: 'message', text: meant });
  });

  it('has no home where others read along', () => {
    for (const name of ['message-channel-mention', 'message-person-mention']) {
      const inbound = read(name);
      expect(inbound).toMatchObject({ place: 'shared' });
      expect(inbound).not.toHaveProperty('home');
    }
  });

  it('is the same button press, whether executed or submitted', () => {
    const executed = read('invoke-action');
    const submitted = read('submit-action');
    for (const inbound of [executed, submitted]) {
      expect(inbound).toMatchObject({ kind: 'action', token: accept, on: { message: '1763492300001' }, from: ana });
    }
    expect(executed?.on?.address).toEqual(executed?.home);
  });

  it('is a form with the values typed', () => {
    expect(read('submit-form')).toMatchObject({
      kind: 'form',
      token: { intent: 'ask', args: { mentor: 'm-1' } },
      values: {
        title: 'Case notes',
        topic: 'excel',
        ways: ['phone', 'video'],
        rating: '4',
        minutes: '30',
        who: 'p-12',
        agree: 'yes',
      },
    });
    expect(read('invoke-form')).toMatchObject({
      kind: 'form',
      values: { title: 'Case notes', ways: ['phone', 'video'], minutes: '30' },
    });
  });

  it('is a search in a field', () => {
    expect(read('invoke-search')).toMatchObject({ kind: 'search', text: 'joa', token: { intent: 'people', args: {} } });
  });

  it('is one install, though two activities tell of it', () => {
    const first = read('install-update');
    const second = read('install-members-added');
    expect(first).toMatchObject({ kind: 'installed', place: 'private' });
    expect(second).toMatchObject({ kind: 'installed' });
    expect(second?.id).toBe(first?.id);
    expect(read('install-update', { timestamp: '2026-11-20T08:00:00Z' })?.id).not.toBe(first?.id);
    expect(read('uninstall')).toMatchObject({ kind: 'uninstalled' });
  });

  it('is the same act when it is delivered again', () => {
    const later = { timestamp: '2026-11-18T19:00:30Z', serviceUrl: 'https://smba.trafficmanager.net/emea/' };
    for (const name of ['message-personal', 'invoke-action', 'submit-form'])
      expect(read(name, later)?.id).toBe(read(name)?.id);
  });

  it.each([
    'typing',
    'reaction',
    'message-edit',
    'team-members-added',
    'install-upgrade',
    'invoke-unknown',
    'invoke-foreign-data',
  ])('is nobody’s act: %s', (name) => {
    expect(read(name)).toBeUndefined();
  });

  it('is laid to nobody without an Entra id, a tenant, or an id of its own', () => {
    expect(read('message-without-entra-id')).toBeUndefined();
    expect(read('message-personal', { id: undefined })).toBeUndefined();
    expect(
      read('message-personal', { channelData: undefined, conversation: { id: 'a:1', conversationType: 'personal' } }),
    ).toBeUndefined();
    expect(read('message-personal', { channelData: undefined })).toMatchObject({ from: ana });
  });

  it('marks guests, and leaves out zones and languages that are none', () => {
    expect(read('message-guest')).toMatchObject({ guest: true });
    const odd = read('message-personal', {
      localTimezone: 'Mars/Base',
      locale: '<x>',
      entities: [{ type: 'clientInfo', timezone: 7 }],
    });
    expect(odd).not.toHaveProperty('zone');
    expect(odd).not.toHaveProperty('locale');
  });

  it.each([
    ['a list', []],
    ['nothing', {}],
    ['text that is no text', payload('message-personal', { text: { $gt: '' } })],
    ['no connector', payload('message-personal', { serviceUrl: '' })],
    ['another channel', payload('message-personal', { channelId: 'emulator' })],
    ['a prototype', payload('submit-form', { value: JSON.parse('{"__proto__": {"x": 1}}') })],
    ['too deep a nest', payload('message-personal', { value: JSON.parse(`${'['.repeat(60)}${']'.repeat(60)}`) })],
    ['a text', 'message'],
  ])('is no activity: %s', (_, body) => {
    expect(activityOf(body)).toBeUndefined();
  });
});
