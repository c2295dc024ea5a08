import type { SendFailure } from '../../chat';
import { isObject } from './json';

/** What a send came to: the platform's id of the message, or why not. */
export type Sent = { readonly ok: true; readonly id: string } | SendFailure;

class TooLate extends Error {}

/** Runs one send for at most `most` milliseconds, and says in our words what became of it. Never rejects. */
export async function attempt(most: number, send: () => Promise<string>): Promise<Sent> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLate()), most);
  });
  try {
    return { ok: true, id: await Promise.race([send(), late]) };
  } catch (error) {
    return failureOf(error);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The status alone decides, as bodies differ. Only an answer that surely means "not taken" is busy, refused or
 * unreachable; everything else may have arrived.
 */
export function failureOf(error: unknown): SendFailure {
  if (error instanceof TooLate) return { ok: false, because: 'unknown', code: 'timeout' };
  if (isSignIn(error)) return busy(codeOf(error, undefined, error.name), signInPause);
  const status = isObject(error) && typeof error.statusCode === 'number' ? error.statusCode : undefined;
  const code = codeOf(error, status);
  if (status === undefined) {
    return neverLeft.has(code) ? busy(code, usualPause) : { ok: false, because: 'unknown', code };
  }
  if (status === 429) return { ...busy(code, retryAfter(error) ?? usualPause), tooFast: true };
  if (status === 412) return busy(code, shortPause);
  if (status === 401) return busy(code, signInPause);
  if (status === 403 || status === 404 || status === 410) return { ok: false, because: 'unreachable', code };
  if (status >= 400 && status < 500 && status !== 408) return { ok: false, because: 'refused', code };
  return { ok: false, because: 'unknown', code };
}

/** Nobody was there to take it, so nothing was sent. */
const neverLeft: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

const [shortPause, usualPause, signInPause, longestPause] = [5, 30, 60, 3600] as const;

const busy = (code: string, retryAfterSeconds: number): Extract<SendFailure, { because: 'busy' }> => ({
  ok: false,
  because: 'busy',
  code,
  retryAfterSeconds,
});

/** The failure of a step before the send: what nobody knows of it does not matter, and it can be done again. */
export const nothingSent = (failure: SendFailure): SendFailure =>
  failure.because === 'unknown' ? busy(failure.code, usualPause) : failure;

function retryAfter(error: unknown): number | undefined {
  const response = isObject(error) ? error.response : undefined;
  const headers = isObject(response) ? response.headers : undefined;
  if (!isObject(headers) || typeof headers.get !== 'function') return undefined;
  const told: unknown = headers.get('retry-after');
  const seconds = typeof told === 'string' && /^\d{1,6}$/.test(told.trim()) ? Number(told) : undefined;
  return seconds === undefined ? undefined : Math.min(longestPause, Math.max(1, seconds));
}

/** The token service, or Azure where it lends an identity, refused or could not be asked, so nothing was sent. */
const isSignIn = (error: unknown): error is Error => error instanceof Error && signInErrors.test(error.name);

const signInErrors =
  /^(Auth|ClientAuth|ClientConfiguration|Server|Interaction\w*|CredentialUnavailable|(Aggregate)?Authentication)Error$/;

/** The platform's own word for it, if it has one; never a text that could hold more than a word. */
function codeOf(error: unknown, status: number | undefined, otherwise = 'no-answer'): string {
  if (isObject(error)) {
    for (const told of [error.code, error.errorCode])
      if (typeof told === 'string' && /^[\w.-]{1,60}$/.test(told)) return told;
    const inBody =
      typeof error.message === 'string' ? /"(?:subCode|code)"\s*:\s*"(\w{1,60})"/.exec(error.message)?.[1] : undefined;
    if (inBody !== undefined) return inBody;
  }
  return status === undefined ? otherwise : `http-${status}`;
}
