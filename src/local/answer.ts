import { once } from 'node:events';
import type { Response } from 'express';
import type { CallEnd } from './calls';
import type { Effect, Fault } from './faults';

/** An HTTP answer of a platform. No `body` means an empty one. */
export type Answer = { readonly status: number; readonly body?: unknown; readonly fault?: string };

/** How a platform words a fault: the body of an HTTP error, its refusal with a code, and "you are blocked". */
export type FaultWords = {
  readonly status: (status: number) => unknown;
  readonly refusal: (code: string) => Answer;
  readonly blocked: () => Answer;
};

type Told = { readonly res: Response; readonly words: FaultWords; readonly wait: (ms: number) => Promise<void> };

function send(res: Response, answer: Answer): CallEnd {
  if (res.destroyed || res.headersSent) return { fault: 'The bot hung up before the answer.' };
  res.status(answer.status);
  if (answer.body === undefined) res.end();
  else res.json(answer.body);
  return { status: answer.status, answer: answer.body, ...(answer.fault && { fault: answer.fault }) };
}

const cut = (res: Response, fault: string): CallEnd => {
  res.socket?.destroy();
  return { fault };
};

/** Does the work and answers, or lets it go wrong as ordered. Gives what belongs into the log. */
export async function answerUnder(fault: Fault | undefined, work: () => Promise<Answer>, told: Told): Promise<CallEnd> {
  if (!fault) return send(told.res, await work());
  return { fault: `on order: ${fault.effect.effect}`, ...(await strike(fault.effect, fault.released, work, told)) };
}

async function strike(
  effect: Effect,
  released: Promise<void>,
  work: () => Promise<Answer>,
  { res, words, wait }: Told,
): Promise<CallEnd> {
  switch (effect.effect) {
    case 'answer':
      if (effect.recorded) await work();
      if (effect.retryAfter !== undefined) res.set('Retry-After', String(effect.retryAfter));
      return send(res, { status: effect.status, body: words.status(effect.status) });
    case 'slow':
      await wait(effect.ms);
      return send(res, await work());
    case 'hang':
      await Promise.race([released, once(res, 'close')]);
      return res.destroyed ? { fault: 'on order: hang; the bot hung up' } : send(res, await work());
    case 'drop':
      await work();
      return cut(res, 'on order: recorded, then cut');
    case 'cut':
      return cut(res, 'on order: cut');
    case 'error':
      return send(res, words.refusal(effect.error));
    case 'blocked':
      return send(res, words.blocked());
  }
}
