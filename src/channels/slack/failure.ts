import { webApi } from '@slack/bolt';
import type { SendFailure } from '../../chat';

/** This person or place cannot be written to, or the installation is gone: trying again is useless. */
const unreachable = new Set([
  'user_not_found',
  'users_not_found',
  'user_disabled',
  'user_deleted',
  'channel_not_found',
  'is_archived',
  'not_in_channel',
  'user_not_in_channel',
  'cannot_dm_bot',
  'messages_tab_disabled',
  'user_not_visible',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'restricted_action_non_threadable_channel',
  'account_inactive',
  'token_revoked',
  'no_permission',
  'access_denied',
  'ekm_access_denied',
  'team_access_not_granted',
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
  'thread_not_found',
]);
/** Nothing was sent, and later it can be. */
const busy = new Set(['token_expired', 'team_added_to_org']);
/** Too much was sent of late: nothing of this was, and later it can be. */
const tooFast = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded']);
/**
 * The configured token is wrong: an administrator's slip, and nobody's account. What was to be said waits until it is mended.
 */
const misconfigured = new Set(['invalid_auth', 'not_authed']);
/** Slack itself does not know how far it got. */
const unknown = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout']);

const usualPause = 30;
const longestPause = 3600;
const mendingPause = 300;

function pause(seconds: unknown): number {
  const given = Number(seconds);
  return Number.isFinite(given) && given > 0 ? Math.min(Math.ceil(given), longestPause) : usualPause;
}

type Busy = Extract<SendFailure, { because: 'busy' }>;

export const isBusy = (code: string, seconds?: unknown): Busy => ({
  ok: false,
  because: 'busy',
  code,
  retryAfterSeconds: pause(seconds),
});
const isTooFast = (code: string, seconds?: unknown): SendFailure => ({ ...isBusy(code, seconds), tooFast: true });
const is = (because: 'unreachable' | 'refused' | 'unknown', code: string): SendFailure => ({
  ok: false,
  because,
  code,
});

export const isUnreachable = (code: string): SendFailure => is('unreachable', code);
export const isRefused = (code: string): SendFailure => is('refused', code);
export const isUnknown = (code: string): SendFailure => is('unknown', code);

function platformFailure({ data }: webApi.WebAPIPlatformError): SendFailure {
  const code = data.error;
  // The SDK puts an answer that is no JSON here as it is; what became of the call is then anybody's guess.
  if (typeof code !== 'string' || !/^[a-z][a-z0-9_]{0,79}$/.test(code)) return isUnknown('unreadable_answer');
  if (tooFast.has(code)) return isTooFast(code, data.response_metadata?.retryAfter);
  if (busy.has(code)) return isBusy(code, data.response_metadata?.retryAfter);
  if (misconfigured.has(code)) return isBusy(code, mendingPause);
  if (unreachable.has(code)) return isUnreachable(code);
  return unknown.has(code) ? isUnknown(code) : isRefused(code);
}

/** Codes of a connection that was never made, so that nothing can have been sent. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Nothing was sent: there was no connection. */
export class NeverConnected extends Error {}

function wasNeverSent(error: unknown): boolean {
  const cause = typeof error === 'object' && error !== null && 'cause' in error ? error.cause : undefined;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && neverSent.has(code);
}

/** `fetch`, saying of a failure whether anything can have reached the other side. */
export const tellingFetch: typeof fetch = async (input, init) => {
  try {
    return await fetch(input, init);
  } catch (error) {
    throw wasNeverSent(error) ? new NeverConnected('There is no connection to Slack.', { cause: error }) : error;
  }
};

/** What an error of the SDK means for a message. Never throws; an error nobody knows counts as "may have arrived". */
export function failureOf(error: unknown): SendFailure {
  if (error instanceof webApi.WebAPIRateLimitedError) return isTooFast('ratelimited', error.retryAfter);
  if (error instanceof webApi.WebAPIPlatformError) return platformFailure(error);
  if (error instanceof webApi.WebAPIHTTPError) {
    const { statusCode } = error;
    const code = `http_${statusCode}`;
    return statusCode >= 400 && statusCode < 500 && statusCode !== 408 ? isRefused(code) : isUnknown(code);
  }
  if (error instanceof webApi.WebAPIRequestError) {
    return error.original instanceof NeverConnected ? isBusy('not_connected') : isUnknown('no_answer');
  }
  // A 429 without a usable Retry-After reaches us as a bare Error.
  if (error instanceof Error && error.message.startsWith('Retry header did not contain'))
    return isTooFast('ratelimited');
  return isUnknown('fault');
}

/** Slack would not take these blocks, and posted nothing: the same may be said with others. */
export const isAboutBlocks = (failure: SendFailure): boolean =>
  failure.because === 'refused' && failure.code.startsWith('invalid_blocks');
