import type { CallLog, Platform } from './calls';
import type { Handed } from './handed';
import { parsed } from './json';

export type Post = {
  readonly platform: Platform;
  /** What the person did, for the log. */
  readonly what: string;
  readonly conversation?: string;
  /** The payload as it should stand in the log. */
  readonly logged: unknown;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Milliseconds of real time after which the platform gives up. */
  readonly within: number;
};

const failure = (error: unknown, within: number): string =>
  error instanceof Error && error.name === 'TimeoutError'
    ? `The bot did not answer within ${within / 1000} s.`
    : 'The bot could not be reached.';

/** Sends one request to the bot and notes it in the log. Never rejects. */
export async function post(asked: Post, log: CallLog): Promise<Handed> {
  const end = log.begin({
    platform: asked.platform,
    direction: 'toBot',
    what: asked.what,
    body: asked.logged,
    ...(asked.conversation !== undefined && { conversation: asked.conversation }),
  });
  try {
    const response = await fetch(asked.url, {
      method: 'POST',
      headers: asked.headers,
      body: asked.body,
      signal: AbortSignal.timeout(asked.within),
    });
    const text = await response.text();
    const body = text === '' ? undefined : (parsed(text) ?? text);
    if (response.ok) {
      end({ status: response.status, answer: body });
      return { ok: true, status: response.status, body };
    }
    const says = `The bot answered with HTTP ${response.status}.`;
    end({ status: response.status, answer: body, fault: says });
    return { ok: false, status: response.status, body, says };
  } catch (error) {
    const says = failure(error, asked.within);
    end({ fault: says });
    return { ok: false, says };
  }
}
