import { setTimeout as pause } from 'node:timers/promises';
import { interrupted } from '../cards';
import type { Channel, ChannelName, Reply } from '../chat';
import { createDeliveryWorker, createGiveUp, createPacing, createSeeker, type Job } from '../delivery';
import { createReceiver, type Hearing, type Receiver } from '../intents';
import type { Clock } from '../mentoring';
import { createHeartbeat, endSendsOfTheDead, type Heartbeat } from '../schedule';
import { noticeKinds } from '../services';
import type { Foundation } from './house';
import type { Log } from './log';

export type Engine = {
  readonly receiver: Receiver;
  readonly heartbeat: Heartbeat;
  start(): Promise<void>;
  stop(): Promise<void>;
};

export type EngineParts = {
  readonly foundation: Foundation;
  readonly channels: readonly Channel[];
  readonly organizationOf: (channel: ChannelName, tenant: string) => Promise<string | undefined>;
  readonly clock: Clock;
  readonly realNow: () => Date;
  readonly log: Log;
  /** How words are understood. */
  readonly hearing: Hearing;
  /** What else is looked after once a minute; none of them rejects. */
  readonly chores?: readonly (() => Promise<void>)[];
  /** Messages a second for one organization, and how many at once. */
  readonly pace: { readonly perSecond: number; readonly burst: number };
};

/** How often a platform is asked whether a message stands: Slack answers 50 such questions a minute. */
const looks = { perSecond: 0.7, burst: 10 };

const cardsOf = (replies: readonly Reply[]) =>
  replies.flatMap((reply) => (reply.kind === 'card' ? [reply.card] : reply.kind === 'form' ? [interrupted()] : []));

/** Joins what listens, what decides and what sends; nothing runs before `start`. */
export function createEngine(parts: EngineParts): Engine {
  const { foundation, channels, clock, log } = parts;
  const { store, queue, house, newId } = foundation;
  const byName: Partial<Record<ChannelName, Channel>> = Object.fromEntries(
    channels.map((channel) => [channel.name, channel]),
  );

  const receiver = createReceiver({
    house,
    inOrganization: store.inOrganization,
    organizationOf: parts.organizationOf,
    hearing: parts.hearing,
    profileOf: async (who, home) => byName[who.channel]?.profile(who, home),
    reference: () => newId().slice(0, 8).toUpperCase(),
    wake: queue.wakeForNew,
    log,
  });

  const kinds = noticeKinds(house);
  const paced = (perSecond: number, burst: number) =>
    createPacing(
      perSecond,
      burst,
      () => parts.realNow().getTime(),
      async (ms) => pause(ms),
    );
  const delivery = { store, queue, kinds, channels: byName, log };
  const deliver = createDeliveryWorker({ ...delivery, pacing: paced(parts.pace.perSecond, parts.pace.burst) });
  const seek = createSeeker({ ...delivery, pacing: paced(looks.perSecond, looks.burst) });
  const carryOut = (job: Job): Promise<void> => (job.task === 'seek' ? seek(job) : deliver(job));

  const carryOn = async (organizationId: string, inboundId: string, payload: string, last: boolean): Promise<void> => {
    try {
      const resumed = await receiver.resume(organizationId, payload);
      const { home } = resumed?.inbound ?? {};
      if (!resumed || !home) return;
      for (const card of cardsOf(resumed.replies)) {
        const went = await byName[home.channel]?.deliver(home, card, newId());
        if (went?.ok === false) await resumed.missed();
      }
    } catch (fault) {
      const reference = newId().slice(0, 8).toUpperCase();
      log.error(
        { event: 'resume.failed', reference, fault: fault instanceof Error ? fault.name : 'unknown' },
        'An act that a crash left could not be carried on.',
      );
      if (last) await receiver.giveUp(organizationId, inboundId, payload);
    }
  };

  const heartbeat = createHeartbeat({
    store,
    queue,
    house,
    clock,
    carryOn,
    chores: parts.chores ?? [],
    realNow: parts.realNow,
    log,
  });

  return {
    receiver,
    heartbeat,
    async start() {
      await endSendsOfTheDead(store, queue);
      for (const channel of channels) await channel.start(receiver.receive);
      await queue.work(carryOut, createGiveUp(store, kinds));
      heartbeat.start();
      await heartbeat.beat();
    },
    async stop() {
      await heartbeat.stop();
      for (const channel of channels) await channel.stop();
      await queue.stop();
    },
  };
}
