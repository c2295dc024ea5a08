import type { AddressInfo } from 'node:net';
import express from 'express';
import WebSocket from 'ws';
import { createSlackChannel } from '../../../src/channels/slack';
import { card, type Inbound, prose, say } from '../../../src/chat';
import { answers, now } from './driver';
import { payload } from './payload';
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
    expect(channel.isConnected?.()).toBe(false);
    await channel.stop();
    await slack.close();
  });

  it('names the scope that the app-level token lacks', async () => {
    const slack = await slackStandIn();
    slack.answer('apps.connections.open', { body: { ok: false, error: 'missing_scope' } });
    const channel = createSlackChannel(config(slack.apiUrl, 'xapp-1'));
    await expect(channel.start(answers())).rejects.toMatchObject({
      name: 'SocketRefused',
      message: expect.stringContaining('connections:write'),
    });
    await slack.close();
  });

  it('is started once only', async () => {
    const channel = createSlackChannel({ ...config('https://slack.com/api/'), signingSecrets: ['good'] });
    await channel.start(answers());
    await expect(channel.start(answers())).rejects.toThrow('already started');
    await channel.stop();
  });
});

/** Slack's end of a socket: greets, and hands out what the app sends back. */
async function socketServer() {
  const server = new WebSocket.Server({ port: 0, host: '127.0.0.1' });
  await new Promise<void>((resolve) => server.once('listening', () => resolve()));
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const heard: { envelope_id: string; payload?: unknown }[] = [];
  const waiting: (() => void)[] = [];
  let last: WebSocket | undefined;
  const connected = new Promise<WebSocket>((resolve) => {
    server.on('connection', (socket) => {
      last = socket;
      socket.on('message', (text) => {
        heard.push(JSON.parse(String(text)));
        for (const go of waiting.splice(0)) go();
      });
      const greeting = { type: 'hello', num_connections: 1, connection_info: { app_id: 'A1' } };
      socket.send(JSON.stringify(greeting));
      resolve(socket);
    });
  });
  return {
    url: `ws://127.0.0.1:${port}/link/?ticket=t1`,
    heard,
    /** Ends the connection of today, as Slack does every few hours. */
    drop: () => last?.close(),
    greets: (times: number): Promise<void> =>
      new Promise((resolve) => {
        let count = 0;
        server.on('connection', () => {
          count += 1;
          if (count === times) setImmediate(resolve);
        });
      }),
    async send(envelope: object): Promise<void> {
      (await connected).send(JSON.stringify(envelope));
    },
    async next(envelopeId: string) {
      for (;;) {
        const found = heard.find((each) => each.envelope_id === envelopeId);
        if (found) return found;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

describe('a socket', () => {
  it('carries acts in and acknowledgments out, with nothing listening here', async () => {
    const slack = await slackStandIn();
    const socket = await socketServer();
    slack.answer('apps.connections.open', { body: { ok: true, url: socket.url } });
    const inbounds: Inbound[] = [];
    const channel = createSlackChannel({
      ...config(slack.apiUrl, 'xapp-1'),
      tokenFor: async () => ({ token: 'xoxb-1' }),
    });
    await channel.start((inbound) => {
      inbounds.push(inbound);
      return answers(say(card('hello', 'Hello', prose('Hello Ben.'))))(inbound);
    });
    const posted = slack.next('chat.postMessage');
    await socket.send({
      type: 'slash_commands',
      envelope_id: 'e1',
      payload: payload('command'),
      accepts_response_payload: true,
    });
    await socket.send({
      type: 'events_api',
      envelope_id: 'e2',
      payload: payload('message'),
      accepts_response_payload: false,
    });
    await socket.send({
      type: 'interactive',
      envelope_id: 'e3',
      payload: payload('shortcut'),
      accepts_response_payload: true,
    });
    expect(await socket.next('e1')).toMatchObject({
      envelope_id: 'e1',
      payload: { response_type: 'ephemeral', text: 'Hello' },
    });
    expect(await socket.next('e2')).toMatchObject({ envelope_id: 'e2' });
    expect(await socket.next('e3')).toMatchObject({ envelope_id: 'e3' });
    expect((await posted).token).toBe('xoxb-1');
    expect(inbounds.map((act) => act.kind === 'message' && act.text).sort()).toEqual([
      'I keep messing up my case notes, who can help? <3',
      'find  notes & <tips> for <@U2222|joan>',
      'find a mentor',
    ]);
    await channel.stop();
    await socket.close();
    await slack.close();
    expect(slack.faults).toEqual([]);
  });
});

describe('a socket that is lost', () => {
  it('is made anew by itself, and counts as lost only after half a minute', async () => {
    const slack = await slackStandIn();
    const socket = await socketServer();
    const logged: string[] = [];
    let at = now;
    slack.answer('apps.connections.open', { body: { ok: true, url: socket.url } });
    const channel = createSlackChannel({
      ...config(slack.apiUrl, 'xapp-1'),
      clock: () => at,
      log: { warn: (fields, message) => void logged.push(`${JSON.stringify(fields)} ${message}`) },
      unreachable: (host) => `Open the way to ${host}.`,
      reconnect: [20],
    });
    await channel.start(answers());
    expect(channel.isConnected?.()).toBe(true);

    slack.answer('apps.connections.open', { status: 503 }, { status: 503 }, { body: { ok: true, url: socket.url } });
    const back = socket.greets(1);
    const asked = [1, 2, 3].map(() => slack.next('apps.connections.open'));
    socket.drop();
    await asked[1];
    expect(channel.isConnected?.()).toBe(true);
    at = now.plus({ seconds: 31 });
    expect(channel.isConnected?.()).toBe(false);
    await back;
    const connectedAgain = async (): Promise<void> => {
      while (!channel.isConnected?.()) await new Promise((resolve) => setImmediate(resolve));
    };
    await connectedAgain();
    const own = logged.filter((line) => line.includes('"event":"slack.socket'));
    expect(own).toEqual([
      expect.stringContaining('Socket Mode is not connected: Open the way to '),
      expect.stringContaining('connected again'),
    ]);
    await channel.stop();
    await socket.close();
    await slack.close();
  });

  it('holds up no start while Slack cannot be reached, and is made as soon as it can', async () => {
    const slack = await slackStandIn();
    const socket = await socketServer();
    slack.answer('apps.connections.open', 'cut', { body: { ok: true, url: socket.url } });
    const channel = createSlackChannel({ ...config(slack.apiUrl, 'xapp-1'), reconnect: [20] });
    const greeted = socket.greets(1);
    await channel.start(answers());
    expect(channel.isConnected?.()).toBe(false);
    await greeted;
    while (!channel.isConnected?.()) await new Promise((resolve) => setImmediate(resolve));
    await channel.stop();
    await socket.close();
    await slack.close();
  });
});
