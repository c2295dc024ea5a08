import type { Updated } from '../../chat';
import { isRefused, isUnknown, isUnreachable, NeverConnected, tellingFetch } from './failure';
import type { SlackMessage } from './render';

const hooks = { commercial: 'hooks.slack.com', government: 'hooks.slack-gov.com' };
const loopbackHosts = new Set(['127.0.0.1', '[::1]', 'localhost']);

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : '');

/** Slack for government answers at its own address, and there alone; a stand-in on this machine may play either. */
function hooksOf(apiUrl: string): readonly string[] {
  const host = hostOf(apiUrl);
  if (loopbackHosts.has(host)) return Object.values(hooks);
  return [/(^|\.)slack-gov\.com$/.test(host) ? hooks.government : hooks.commercial];
}

/** True for an address of Slack's own, over TLS; where Slack itself is a stand-in on this machine, also for this machine. */
export function mayRespondTo(url: string, apiUrl: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, port } = new URL(url);
  if (loopbackHosts.has(hostname))
    return loopbackHosts.has(hostOf(apiUrl)) && (protocol === 'http:' || protocol === 'https:');
  return protocol === 'https:' && username === '' && port === '' && hooksOf(apiUrl).includes(hostname);
}

/**
 * Answers through the address that came with a command or a button: visible to her alone, or in place of the message
 * whose button it was. Follows no redirects.
 */
export async function respond(
  url: string,
  message: SlackMessage & { readonly thread_ts?: string },
  how: 'new' | 'replace',
  config: { readonly apiUrl: string; readonly timeout: number },
): Promise<Updated> {
  if (!mayRespondTo(url, config.apiUrl)) return isUnreachable('foreign_response_url');
  try {
    const answer = await tellingFetch(url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(config.timeout),
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ response_type: 'ephemeral', replace_original: how === 'replace', ...message }),
    });
    await answer.arrayBuffer();
    if (answer.ok) return { ok: true };
    return answer.status >= 500 ? isUnknown(`http_${answer.status}`) : isRefused(`http_${answer.status}`);
  } catch (error) {
    return error instanceof NeverConnected ? isUnreachable('not_connected') : isUnknown('no_answer');
  }
}
