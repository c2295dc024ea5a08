import type { Logger } from '@slack/bolt';
import { LogLevel } from '@slack/bolt';

/** The little of a log that this channel uses: fields first, then a sentence. */
export type Log = { warn(fields: object, message: string): void };

const sentence = (parts: readonly unknown[]): string =>
  parts.map((part) => (part instanceof Error ? part.message : typeof part === 'string' ? part : typeof part)).join(' ');

/**
 * The SDK's logger. What it says at debug and info level holds whole request bodies, so these two are dropped for good,
 * and of errors only the message is kept.
 */
export function sdkLogger(log: Log): Logger {
  const warn = (...parts: unknown[]): void => log.warn({ from: 'slack sdk' }, sentence(parts));
  const nothing = (): void => undefined;
  return {
    debug: nothing,
    info: nothing,
    warn,
    error: warn,
    setLevel: nothing,
    getLevel: () => LogLevel.WARN,
    setName: nothing,
  };
}
