import { setTimeout as pause } from 'node:timers/promises';
import { interrupted } from '../cards';
import type { Channel, ChannelName, Reply } from '../chat';
import { createDeliveryWorker, createGiveUp, createLooks, createSeeker, type Job, type Pacing } from '../delivery';
import type { Counts } from '../http';
import { createReceiver, type Hearing, type Receiver } from '../intents';
import type { Clock } from '../mentoring';
import { createHeartbeat, endSendsOfTheDead, type Heartbeat } from '../schedule';
import { noticeKinds } from '../services';
import { doubtMessage } from '../store';
import { countedChannel, countedKinds, countedReceive } from './counting';
import { type Foundation, unhurried } from './house';
import type { Log } from './log';
import { within } from './within';

export type Engine = {
  readonly receiver: Receiver;
  readonly heartbeat: Heartbeat;
  /** When the delivery worker was last known to be at work, by real time. */
  lastLook(): Date | undefined;
  start(): Promise<void>;
  /** Takes up nothing more, and gives what is under way some seconds. */
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
  readonly pacing: Pacing;
  readonly counts: Counts;
};

/** In milliseconds: how long answers and the heartbeat that are under way may still take. */
const mostAtEnd = 10_000;
/** So long the start waits for the first beat. After a long time down it has much to catch up with, and people are answered meanwhile. */
const firstBeat = 2000;
/** How often a platform is asked whether a message stands: Slack answers 50 such questions a minute. */
const looks = { perSecond: 0.7, burst: 10 };

const cardsOf = (replies: readonly Reply[]) =>
  replies.flatMap((reply) => (reply.kind === 'card' ? [reply.card] : reply.kind === 'form' ? [interrupted()] : []));

/** Joins what listens, what decides and what sends; nothing runs before `start`. */
export function createEngine(parts: EngineParts): Engine {
  const { foundation, clock, counts, log } = parts;
  const channels = parts.channels.map((channel) => countedChannel(channel, counts));
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
    repeated: counts.repeated,
    log,
  });

  const kinds = countedKinds(noticeKinds(house), counts);
  const delivery = { store, queue, kinds, channels: byName, log };
  const deliver = createDeliveryWorker({ ...delivery, pacing: parts.pacing });
  const wait = async (ms: number): Promise<void> => pause(ms);
  const seek = createSeeker({
    ...delivery,
    looks: createLooks(looks.perSecond, looks.burst, () => parts.realNow().getTime(), wait),
  });
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
    house: unhurried(foundation),
    clock,
    carryOn,
    chores: parts.chores ?? [],
    realNow: parts.realNow,
    log,
    missed: counts.missed,
  });

  /** Nobody waits for these sends any longer: whether they arrived is unknown. */
  const letGo = async (jobs: readonly Job[]): Promise<void> => {
    for (const { organizationId, messageId } of jobs)
      await store.inOrganization(organizationId, undefined, (tx) => doubtMessage(tx, messageId, 'sender-stopped'));
  };

  let lastLook: Date | undefined;
  return {
    receiver,
    heartbeat,
    lastLook: () => lastLook,
    async start() {
      await endSendsOfTheDead(store, queue);
      for (const channel of channels) await channel.start(countedReceive(receiver.receive, counts));
      await queue.work(carryOut, createGiveUp(store, kinds), () => {
        lastLook = parts.realNow();
      });
      await within(firstBeat, heartbeat.start());
    },
    async stop() {
      const listening = Promise.all(channels.map((channel) => channel.stop()));
      const [left] = await Promise.all([
        queue.stop(),
        within(mostAtEnd, listening),
        within(mostAtEnd, heartbeat.stop()),
      ]);
      await letGo(left);
    },
  };
}
