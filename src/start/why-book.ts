import { readings } from '../cards';
import type { Hearing } from '../intents';

const mostKept = 500;

/** What the local workspace can look up: how the words of one message were understood, step by step. */
export type WhyBook = {
  /** To be told of everything that is understood. */
  readonly noted: NonNullable<Hearing['noted']>;
  /** The steps for this account's message, by the platform's id of it; undefined where nothing is kept. */
  readonly whyOf: (channel: 'slack' | 'teams', account: string, message: string) => readonly string[] | undefined;
};

/** How sure it was, in words, and the figure for people who look into it. */
function sureness(confidence: number): string {
  const part = `${Math.round(confidence * 100)} of 100`;
  if (confidence >= 0.8) return `I was sure of it (${part}).`;
  return confidence >= 0.5 ? `I was fairly sure, so I said it (${part}).` : `I was not sure, so I asked (${part}).`;
}

/** Keeps the last ones in memory, for the local workspace alone: they hold what people said. */
export function createWhyBook(): WhyBook {
  const kept = new Map<string, readonly string[]>();
  return {
    noted({ id, kind, from }, { intent, confidence, why }) {
      if (kind !== 'message') return;
      // An act's id ends in the platform's id of the message.
      const message = id.split(/[:|]/u).at(-1) ?? '';
      kept.set(`${from.channel}|${from.user}|${message}`, [
        `I took it as: ${readings[intent].wish}. ${sureness(confidence)}`,
        ...why,
      ]);
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    },
    whyOf: (channel, account, message) => kept.get(`${channel}|${account}|${message}`),
  };
}
