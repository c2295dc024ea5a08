import pino from 'pino';
import type { Config } from '../config';

export type Log = {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

/** Only these are ever written beside the sentence: ids, codes and counts. Whatever else is handed in is left out. */
const allowed = new Set([
  'event',
  'reference',
  'kind',
  'fault',
  'code',
  'at',
  'messageId',
  'because',
  'status',
  'channel',
  'conversation',
  'signIn',
  'cloud',
  'port',
  'card',
  'error',
  'from',
  'path',
  'count',
  'database',
  'ms',
  'name',
]);

const onlyAllowed = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => allowed.has(key)));

/** One JSON line for each thing that the operator should know; nobody's name or words. */
export function createLog(level: Config['logLevel'], to: pino.DestinationStream = pino.destination(2)): Log {
  const log = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, to);
  return {
    info: (fields, message) => log.info(onlyAllowed(fields), message),
    warn: (fields, message) => log.warn(onlyAllowed(fields), message),
    error: (fields, message) => log.error(onlyAllowed(fields), message),
  };
}
