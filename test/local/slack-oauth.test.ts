import express from 'express';
import { DateTime } from 'luxon';
import { createSlackChannel } from '../../src/channels/slack';
import { card, prose } from '../../src/chat';
import { slackBook } from '../../src/start/slack-book';
import { createOrganization } from '../../src/store';
import { answers } from '../channels/slack/driver';
import { anyStore } from '../databases';
import { listen } from './listen';
import { startWorkspace, token } from './workspace';

const hello = card('hello', 'Hello', prose('Hello.'));

describe('installing by OAuth in the stand-in', () => {
  it('goes by the real SDK from the install page to a first message', async () => {
    const store = await anyStore();
    const place = await startWorkspace();
    await createOrganization(store, '11111111-0000-4000-8000-000000000001', 'Here', 'America/Anchorage');
    const app = express();
    const own = await listen(app);
    const channel = createSlackChannel({
      app,
      signingSecrets: ['a signing secret'],
      tokenFor: async () => undefined,
      oauth: {
        clientId: '1.2',
        clientSecret: 'not-a-real-secret',
        publicUrl: own.url,
        book: slackBook(store, { revive: async () => undefined }, () => undefined),
      },
      apiUrl: `${place.url}/local/slack/api/`,
      clock: () => DateTime.utc(),
      log: { warn: () => undefined },
    });
    await channel.start(answers());
    const begun = await fetch(`${own.url}/slack/install`, { redirect: 'manual' });
    const allowed = await fetch(begun.headers.get('location') ?? '', { redirect: 'manual' });
    const back = allowed.headers.get('location') ?? '';
    const cookie = begun.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(await (await fetch(back, { headers: { cookie } })).text()).toContain('is installed');
    const to = { channel: 'slack', ref: JSON.stringify({ team: 'T0DEMO', user: 'U0ANA' }) } as const;
    expect(await channel.deliver(to, hello, 'k')).toMatchObject({ ok: true });
    expect(place.slack.seenBy('U0ANA')).toHaveLength(1);
    expect(JSON.stringify(place.log.list())).not.toMatch(new RegExp(`not-a-real-secret|${token}`));

    expect(await (await fetch(back, { headers: { cookie } })).text()).toContain('Start again');
    await channel.stop();
    await own.close();
    await place.close();
    await store.drop();
  }, 60_000);

  it('refuses what Slack would refuse', async () => {
    const place = await startWorkspace();
    const api = `${place.url}/local/slack/api/oauth.v2.access`;
    const exchange = async (args: Record<string, string>): Promise<unknown> =>
      (await fetch(api, { method: 'POST', body: new URLSearchParams(args) })).json();
    const keys = { client_id: '1', client_secret: 's' };
    expect(await exchange({})).toEqual({ ok: false, error: 'invalid_client_id' });
    expect(await exchange({ client_id: '1' })).toEqual({ ok: false, error: 'bad_client_secret' });
    expect(await exchange({ ...keys, code: 'made-up' })).toEqual({ ok: false, error: 'invalid_code' });
    const asks = new URLSearchParams({
      client_id: '1',
      scope: 'commands',
      redirect_uri: 'https://mentor.example.gov/r',
    });
    const allowed = await fetch(`${place.url}/local/slack/oauth/v2/authorize?${asks}`, { redirect: 'manual' });
    const code = new URL(allowed.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const other = { ...keys, code, redirect_uri: 'https://elsewhere.example.gov/r' };
    expect(await exchange(other)).toEqual({ ok: false, error: 'bad_redirect_uri' });
    expect((await fetch(`${place.url}/local/slack/oauth/v2/authorize`)).status).toBe(400);
    await place.close();
  });
});
