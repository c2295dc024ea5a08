import express from 'express';
import { DateTime } from 'luxon';
import { createSlackChannel, type SlackChannel, slackAddressOf } from '../../src/channels/slack';
import { type Address, card, prose } from '../../src/chat';
import type { Ledger, NoticeKinds } from '../../src/delivery';
import type { Tx } from '../../src/store';

export const token = 'xoxb-faults';
export const team = 'T0DEMO';
export const homeOf = (user: string): Address => slackAddressOf({ team, user });

/** One kind of notice, whose card says what it is about. */
export const plainKinds: NoticeKinds = {
  call: {
    alone: true,
    unwanted: async () => undefined,
    card: async (_, { about }) => card('words', about.id, prose(about.id)),
  },
};

export const tell = (tx: Tx, ledger: Ledger, to: string): Promise<void> =>
  ledger.tell(tx, { to, kind: 'call', about: { kind: 'topic', id: tx.newId() }, occurrence: '1' });

/** The real channel, which speaks to that Web API and hears nothing. */
export const slackAt = (apiUrl: string): SlackChannel =>
  createSlackChannel({
    app: express(),
    signingSecrets: ['secret'],
    tokenFor: async () => ({ token }),
    apiUrl,
    clock: () => DateTime.utc(),
    log: { warn: () => undefined },
  });
