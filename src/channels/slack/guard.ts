import type { Request, RequestHandler } from 'express';
import type { DateTime } from 'luxon';
import type { Log } from './log';
import { claimOf, isSigned, isTimely, type Refusal, seenSignatures } from './signature';

export type GuardConfig = { readonly secrets: readonly string[]; readonly clock: () => DateTime; readonly log: Log };

/** In bytes; what Slack sends is far smaller. */
const longest = 4 * 1024 * 1024;

class TooLong extends Error {}

/** The bytes of a request as they came. Rejects what is too long and what breaks off. */
function rawBody(request: Request): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let length = 0;
    request.on('data', (part: Buffer) => {
      length += part.length;
      if (length > longest) reject(new TooLong());
      else parts.push(part);
    });
    request.on('end', () => resolve(parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts)));
    request.on('error', reject);
    request.on('close', () => {
      if (!request.readableEnded) reject(new Error('The request broke off.'));
    });
  });
}

/**
 * Lets pass only what Slack signed just now and what was not here before, and keeps the raw bytes for Bolt to parse.
 * Everything else is 401: also the unsigned `ssl_check`, which Bolt alone would answer. Headers are looked at first, so
 * that a stranger's body is not even read.
 */
export function slackGuard({ secrets, clock, log }: GuardConfig): RequestHandler {
  const seen = seenSignatures();
  return async (request, response, next) => {
    const refuse = (why: Refusal): void => {
      log.warn({ event: 'slack.refused', because: why }, 'A request to the Slack endpoint was refused.');
      response.status(401).end();
    };
    const now = clock().toSeconds();
    const claim = claimOf(request.headers['x-slack-signature'], request.headers['x-slack-request-timestamp']);
    if (claim === undefined) return refuse('no signature');
    if (!isTimely(claim, now)) return refuse('not now');
    try {
      const body = await rawBody(request);
      if (!isSigned(claim, body, secrets)) return refuse('not signed by Slack');
      if (!seen.firstTime(claim, now)) return refuse('seen before');
      Object.assign(request, { rawBody: body });
    } catch (error) {
      response.status(error instanceof TooLong ? 413 : 400).end();
      return;
    }
    next();
  };
}
