import { socketAdvice } from '../../channels/slack';
import { causeOf, unreachableHost } from '../../start/network';
import { type Finding, ok, warning, wrong } from './finding';

const about = 'Slack Socket Mode';
const patience = 5000;

const errorIn = (body: unknown): string | undefined => {
  if (typeof body !== 'object' || body === null || !('ok' in body)) return 'unreadable_answer';
  if (body.ok === true) return undefined;
  return 'error' in body && typeof body.error === 'string' ? body.error : 'unknown_error';
};

/** Whether Slack would let this app-level token connect; nothing is connected. The token is never printed. */
export async function checkSocket(apiUrl: string, appToken: string): Promise<Finding> {
  try {
    const response = await fetch(new URL('apps.connections.open', apiUrl), {
      method: 'POST',
      headers: { authorization: `Bearer ${appToken}` },
      signal: AbortSignal.timeout(patience),
    });
    const code = errorIn(await response.json());
    if (code === undefined) return ok(about, 'Slack takes the app-level token');
    const todo = socketAdvice(code);
    return todo === undefined
      ? warning(about, `Slack says ${code}`, 'Ask again in a minute; if it stays so, make a new app-level token.')
      : wrong(about, `Slack says ${code}`, todo);
  } catch (fault) {
    const { says, todo } = unreachableHost(new URL(apiUrl).host, causeOf(fault));
    return warning(about, says, todo);
  }
}
