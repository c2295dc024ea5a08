import type { Wire } from './load';
import { menteeCount, teamsTenant, teamsUser } from './seed';

export const teamsPath = '/api/messages';

/** Activities as Teams sends them, each another one, by the mentees in turn; `own` is what sets their kind apart. */
export function activities(connectorPort: number, own: object): () => Wire {
  let count = 0;
  return () => {
    count += 1;
    const mentee = count % menteeCount;
    const body = JSON.stringify({
      channelId: 'msteams',
      serviceUrl: `http://127.0.0.1:${connectorPort}/teams/`,
      timestamp: '2026-11-18T19:00:00.123Z',
      localTimestamp: '2026-11-18T10:00:00.123-09:00',
      from: { id: `29:bench-${mentee}`, name: `Mentee Number ${mentee}`, aadObjectId: teamsUser(mentee) },
      recipient: { id: '28:c0ffee00-0000-4000-8000-000000000001', name: 'Mentor Exchange' },
      conversation: { conversationType: 'personal', tenantId: teamsTenant, id: `a:bench-${mentee}` },
      channelData: { tenant: { id: teamsTenant } },
      id: `f:${process.hrtime.bigint()}-${count}`,
      entities: [
        { type: 'clientInfo', locale: 'en-US', country: 'US', platform: 'Windows', timezone: 'America/Anchorage' },
      ],
      locale: 'en-US',
      localTimezone: 'America/Anchorage',
      ...own,
    });
    return { body, headers: { 'content-type': 'application/json' } };
  };
}

export const message = (text: string): object => ({ type: 'message', textFormat: 'plain', text });

/** A button with this token, pressed. */
export const press = (token: readonly [string, object]): object => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  replyToId: '1763492300001',
  value: {
    action: { type: 'Action.Execute', title: 'Find', verb: token[0], data: { token: JSON.stringify(token) } },
    trigger: 'manual',
  },
});
