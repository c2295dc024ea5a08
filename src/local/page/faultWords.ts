import type { Channel, FaultOrder } from './api';

export type Preset = {
  readonly title: string;
  readonly shows: string;
  readonly order: FaultOrder & { readonly platform: Channel };
};

const names = { slack: 'Slack', teams: 'Teams' } as const;

/** What goes wrong most often in real life, and what one can watch then. */
export const presets: readonly Preset[] = [
  {
    title: 'Slack is busy (429)',
    shows: 'The next message to Slack waits as long as Slack asks, then goes out once.',
    order: {
      platform: 'slack',
      method: 'chat.postMessage',
      effect: 'answer',
      status: 429,
      retryAfter: 5,
      times: 2,
    },
  },
  {
    title: 'Teams fails (502)',
    shows: 'Teams may have the message or not. The ledger says so, and nobody gets it twice.',
    order: { platform: 'teams', method: 'send', effect: 'answer', status: 502, times: 2 },
  },
  {
    title: 'The answer from Slack is lost',
    shows: 'Slack has the message, then the connection is cut. The bot looks and finds it there; nobody gets it twice.',
    order: { platform: 'slack', method: 'chat.postMessage', effect: 'drop' },
  },
  {
    title: 'The answer from Teams is lost',
    shows: 'Teams has the message, then the connection is cut. Nobody gets it twice.',
    order: { platform: 'teams', method: 'send', effect: 'drop' },
  },
  {
    title: 'Slack is slow',
    shows: 'The next ten answers take three seconds each.',
    order: { platform: 'slack', effect: 'slow', ms: 3000, times: 10 },
  },
  {
    title: 'Teams is slow',
    shows: 'The next ten answers take three seconds each.',
    order: { platform: 'teams', effect: 'slow', ms: 3000, times: 10 },
  },
  {
    title: 'Slack has no charts yet',
    shows: 'Slack refuses every message with a chart of its own. It goes out once, with bars made of letters.',
    order: { platform: 'slack', effect: 'error', error: 'invalid_blocks', block: 'data_visualization', times: 20 },
  },
];

const effects: Readonly<Record<FaultOrder['effect'], (order: FaultOrder) => string>> = {
  answer: ({ status, retryAfter }) =>
    `answers ${status}${retryAfter === undefined ? '' : ` and asks to wait ${retryAfter} seconds`}`,
  slow: ({ ms = 0 }) => `answers ${ms / 1000} seconds late`,
  hang: () => 'does not answer until this is withdrawn',
  drop: () => 'cuts the connection after the work is done',
  cut: () => 'cuts the connection before the work is done',
  blocked: () => 'says that this person has blocked the bot',
  error: ({ error, block }) => `refuses ${block === undefined ? '' : `what holds a ${block} `}with ${error}`,
};

/** A fault on order, in a sentence. */
export function faultWords(platform: Channel, order: FaultOrder): string {
  const often = order.times === undefined || order.times === 1 ? 'once' : `${order.times} times`;
  return `${names[platform]} ${effects[order.effect](order)}, ${order.effect === 'blocked' ? 'until withdrawn' : often}.`;
}
