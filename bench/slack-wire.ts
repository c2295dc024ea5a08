import { createHmac } from 'node:crypto';
import type { Wire } from './load';
import { menteeCount, slackTeam, slackUser } from './seed';

export const signingSecret = 'bench-signing-secret';
export const slackPath = '/slack/events';

/** Slash commands as Slack sends them, each signed, each another act, by the mentees in turn. */
export function slashCommands(text: string): () => Wire {
  let count = 0;
  return () => {
    count += 1;
    const body = new URLSearchParams({
      token: 'gIkuvaNzQIHg97ATvDxqgjtO',
      team_id: slackTeam,
      team_domain: 'bench',
      channel_id: 'D0BENCH',
      channel_name: 'directmessage',
      user_id: slackUser(count % menteeCount),
      user_name: 'mentee',
      command: '/mentor',
      text,
      api_app_id: 'A0BENCH',
      is_enterprise_install: 'false',
      response_url: 'https://hooks.slack.com/commands/1234/5678/abc',
      trigger_id: `${process.hrtime.bigint()}.${count}.bench`,
    }).toString();
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
    return {
      body,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': `v0=${signature}`,
      },
    };
  };
}
