import type { ChannelName, Traffic } from '../chat';
import { createMeter, createPacing, type Limits, type Pacing } from '../delivery';
import type { Store } from '../store';
import type { Log } from './log';

export type Pace = Readonly<Record<ChannelName, Limits>>;

/**
 * What both platforms take, with something to spare. Slack: "several hundred" messages a minute for a workspace, and about
 * one a second for a chat (docs.slack.dev, rate limits); in no minute more than 300 go out here. Teams: 30 a second for a
 * bot in a tenant; in a chat 7 a second, 8 in two, 60 in thirty and 1,800 an hour (Microsoft, "Rate limiting for bots").
 */
export const pace = (messagesPerMinute: Readonly<Record<ChannelName, number>>): Pace => ({
  slack: { perMinute: messagesPerMinute.slack, burst: 15, chat: { seconds: 1, burst: 1 } },
  teams: { perMinute: messagesPerMinute.teams, burst: 5, chat: { seconds: 2, burst: 5 } },
});

/** Among the stand-ins of the local workspace, which take what comes. */
export const freePace: Pace = {
  slack: { perMinute: 3000, burst: 100, chat: { seconds: 0, burst: 1 } },
  teams: { perMinute: 3000, burst: 100, chat: { seconds: 0, burst: 1 } },
};

type Parts = {
  readonly store: Pick<Store, 'inOrganization'>;
  readonly organizationOf: (channel: ChannelName, tenant: string) => Promise<string | undefined>;
  /** Milliseconds of real time. */
  readonly now: () => number;
  readonly log: Log;
};

/** What the delivery worker asks before it sends, and what the channels say of the answers that they send. */
export function createPace(
  limits: Pace,
  { store, organizationOf, now, log }: Parts,
): { readonly pacing: Pacing; readonly trafficOf: (channel: ChannelName) => Traffic } {
  const meter = createMeter(now);
  const pacing = createPacing(limits, meter);
  const slow = async (channel: ChannelName, tenant: string, seconds: number): Promise<void> => {
    const organizationId = await organizationOf(channel, tenant);
    if (organizationId === undefined) return;
    await store.inOrganization(organizationId, undefined, (tx) => pacing.slow(tx, { channel, tenant }, seconds));
  };
  return {
    pacing,
    trafficOf: (channel) => ({
      answered: (tenant) => meter.answered({ channel, tenant }),
      slow: (tenant, seconds) =>
        void slow(channel, tenant, seconds).catch((fault: unknown) =>
          log.warn(
            { event: 'pace.not-kept', fault: fault instanceof Error ? fault.name : 'unknown' },
            'A platform asked to wait, and that could not be kept.',
          ),
        ),
    }),
  };
}
