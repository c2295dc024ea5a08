import type { Channel, Receive, SendFailure, Traffic } from '../chat';
import type { NoticeKinds } from '../delivery';
import type { Counts } from '../http';

/** The same channel, its sends counted. */
export function countedChannel(channel: Channel, counts: Counts): Channel {
  const count = <Outcome extends { readonly ok: true } | SendFailure>(outcome: Outcome): Outcome => {
    if (outcome.ok) counts.sent(channel.name, 'sent', 'ok');
    else {
      counts.sent(channel.name, outcome.because, outcome.code);
      if (outcome.because === 'busy' && outcome.tooFast) counts.rateLimited(channel.name);
    }
    return outcome;
  };
  return {
    ...channel,
    deliver: async (to, card, key) => count(await channel.deliver(to, card, key)),
    update: async (ref, card) => count(await channel.update(ref, card)),
  };
}

/** The same, its refusals counted. */
export const countedTraffic = (traffic: Traffic, channel: Channel['name'], counts: Counts): Traffic => ({
  answered: traffic.answered,
  slow(tenant, seconds) {
    counts.rateLimited(channel);
    traffic.slow(tenant, seconds);
  },
});

/** The same kinds, what is not wanted of them counted. */
export const countedKinds = (kinds: NoticeKinds, counts: Counts): NoticeKinds =>
  Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [
      name,
      {
        ...kind,
        async unwanted(tx, notice) {
          const reason = await kind.unwanted(tx, notice);
          if (reason !== undefined) counts.suppressed(reason);
          return reason;
        },
      },
    ]),
  );

/** The same door, who comes in counted, and how long each is waited on. */
export const countedReceive =
  (receive: Receive, counts: Counts): Receive =>
  (inbound) => {
    const answered = counts.inbound(inbound.from.channel, inbound.kind);
    const turn = receive(inbound);
    void turn.replies.then((replies) => {
      const names = replies.flatMap((reply) => ('card' in reply ? [reply.card.name] : []));
      answered(names.includes('apology') ? 'failed' : names.includes('not-installed') ? 'not-installed' : 'answered');
    });
    return turn;
  };
