import type { Express } from 'express';
import type { DateTime } from 'luxon';
import type { Card, Token, Traffic } from '../../chat';
import type { Cloud } from './clouds';

type LogLevel = 'info' | 'warn' | 'error';
/** Codes and ids only: never what anybody wrote. */
export type Log = (level: LogLevel, event: string, fields?: Readonly<Record<string, string | number>>) => void;

/** How long we wait, in milliseconds. */
export type Waits = {
  /** For the replies to a button or a search, before Teams is told that we are still at work. */
  readonly invoke: number;
  /** The same for a message. */
  readonly message: number;
  /** Beyond that, for the act to be stored at all. */
  readonly recorded: number;
  /** For the platform to say whose account it is, while somebody waits. */
  readonly profile: number;
  /** For one send. */
  readonly send: number;
};

/** Teams takes the answer to an invoke for 5 s, and sends a message again after 15. */
export const usualWaits: Waits = { invoke: 3000, message: 10_000, recorded: 1800, profile: 1200, send: 15_000 };

export type TeamsConfig = {
  /** The web server of the whole process; the channel adds POST /api/messages to it. */
  readonly app: Express;
  readonly appId?: string | undefined;
  readonly appPassword?: string | undefined;
  readonly tenantId?: string | undefined;
  readonly appType: 'SingleTenant' | 'UserAssignedMSI';
  readonly cloud: Cloud;
  /** No sign-in and connectors on loopback only; the process must listen on loopback. */
  readonly local: boolean;
  readonly tenantInstalled: (tenant: string) => Promise<boolean>;
  readonly now: () => DateTime;
  readonly log: Log;
  /** Hears of every answer that is sent; nobody, where it is missing. */
  readonly traffic?: Traffic | undefined;
  /** Said in a shared place instead of an answer, which went to the person's own chat with the bot. */
  readonly pointer: Card;
  /** The same where there is no such chat yet: asks the person to open it. Default: `pointer`. */
  readonly pointerToOpen?: Card | undefined;
  /** Whether the answer to a button is a message of its own, and its card stays as it is. Default: nothing is said beforehand. */
  readonly answersBelow?: ((token: Token) => boolean) | undefined;
  /** The folder of the templates; found by itself when left out. */
  readonly templates?: string | undefined;
  readonly waits?: Partial<Waits> | undefined;
  /** Where the platform's signing keys are published, if not where the cloud says (tests). */
  readonly keys?: string | undefined;
};
