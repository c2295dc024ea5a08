import express from 'express';
import { createSlackChannel } from '../../../src/channels/slack';
import { answers, now } from './driver';
import { slackStandIn } from './stand-in';

const config = (apiUrl: string, socketAppToken?: string) => ({
  app: express(),
  signingSecrets: [],
  tokenFor: async () => undefined,
  apiUrl,
  clock: () => now,
  log: { warn: () => undefined },
  ...(socketAppToken !== undefined && { socketAppToken }),
});

describe('the Slack channel', () => {
  it('is not made without a secret to check signatures with', () => {
    expect(() => createSlackChannel(config('https://slack.com/api/'))).toThrow('signing secret');
    expect(() => createSlackChannel({ ...config('https://slack.com/api/'), signingSecrets: ['good', ''] })).toThrow(
      'signing secret',
    );
  });

  it('needs none in Socket Mode, and says at the start when Slack does not let it in', async () => {
    const slack = await slackStandIn();
    slack.answer('apps.connections.open', { body: { ok: false, error: 'invalid_auth' } });
    const channel = createSlackChannel(config(slack.apiUrl, 'xapp-1'));
    await expect(channel.start(answers())).rejects.toThrow('invalid_auth');
    expect(slack.calls).toMatchObject([{ method: 'apps.connections.open', token: 'xapp-1' }]);
    await slack.close();
  });

  it('is started once only', async () => {
    const channel = createSlackChannel({ ...config('https://slack.com/api/'), signingSecrets: ['good'] });
    await channel.start(answers());
    await expect(channel.start(answers())).rejects.toThrow('already started');
    await channel.stop();
  });
});
