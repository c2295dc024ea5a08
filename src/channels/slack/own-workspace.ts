import { webApi } from '@slack/bolt';
import { callOptions } from './clients';
import { type Log, sdkLogger } from './log';

/**
 * Whether a workspace or Grid is the one whose token is configured. Slack is asked once; while it does not answer, the
 * question is open and rejects.
 */
export function ownWorkspace(config: {
  readonly token: string;
  readonly apiUrl: string;
  readonly timeout: number;
  readonly log: Log;
}): (tenant: string) => Promise<boolean> {
  const { token, apiUrl, timeout, log } = config;
  const client = new webApi.WebClient(token, callOptions(apiUrl, timeout, sdkLogger(log)));
  let asked: Promise<ReadonlySet<string>> | undefined;
  const ask = async (): Promise<ReadonlySet<string>> => {
    const { team_id, enterprise_id, is_enterprise_install } = await client.auth.test();
    const own = is_enterprise_install === true ? [team_id, enterprise_id] : [team_id];
    return new Set(own.filter((id) => id !== undefined));
  };
  return async (tenant) => {
    asked ??= ask();
    try {
      return (await asked).has(tenant);
    } catch (error) {
      asked = undefined;
      throw error;
    }
  };
}
