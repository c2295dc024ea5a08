import { createServer } from 'node:http';
import express from 'express';
import { DateTime } from 'luxon';
import { createTeamsChannel, type TeamsConfig } from '../../../src/channels/teams';
import { type Card, card, type Inbound, prose, type Reply, type Turn } from '../../../src/chat';
import { addressOf } from './connector';

export const now = DateTime.fromISO('2026-11-18T19:00:00Z', { zone: 'utc' });
const pointer: Card = card('pointer', 'I answer you in our own chat.', prose('I answer you in our own chat.'));
const pointerToOpen: Card = card('pointer-open', 'Please open our chat.', prose('Please open our chat.'));

type Answer = readonly Reply[] | Promise<readonly Reply[]>;

/** A running bot on loopback whose answers the test decides. */
export async function startRig(overrides: Partial<TeamsConfig> = {}) {
  const app = express();
  const inbounds: Inbound[] = [];
  const logs: string[] = [];
  let answer: (inbound: Inbound) => Answer = () => [];
  let recorded: Promise<void> = Promise.resolve();
  /** The acts whose answers got lost. */
  const missed: Inbound[] = [];
  const channel = createTeamsChannel({
    app,
    appType: 'SingleTenant',
    cloud: 'public',
    local: true,
    tenantInstalled: async (tenant) => tenant !== 'tenant-of-strangers',
    now: () => now,
    log: (level, event, fields) => logs.push(JSON.stringify({ level, event, ...fields })),
    pointer,
    pointerToOpen,
    ...overrides,
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${addressOf(server.address()).port}/api/messages`;
  const receive = (inbound: Inbound): Turn => {
    inbounds.push(inbound);
    return { recorded, replies: Promise.resolve(answer(inbound)), missed: async () => void missed.push(inbound) };
  };
  await channel.start(receive);
  return {
    channel,
    url,
    inbounds,
    missed,
    logs,
    answerWith: (next: (inbound: Inbound) => Answer) => {
      answer = next;
    },
    recordWhen: (next: Promise<void>) => {
      recorded = next;
    },
    post: (body: unknown, headers: Record<string, string> = {}) => postTo(url, body, headers),
    close: async () => {
      await channel.stop();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export type Rig = Awaited<ReturnType<typeof startRig>>;

async function postTo(url: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, text, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
}
