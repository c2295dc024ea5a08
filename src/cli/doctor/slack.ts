import type { SlackConfig } from '../../config';
import { unreachableHost } from '../../start/network';
import { type SlackSays, slackRefusal } from '../../start/slack-says';
import { type Finding, ok, warning, wrong } from './finding';

/** How the app is reached, and what its secrets look like. */
export function checkSlackSecrets({ signingSecrets, appToken }: SlackConfig): readonly Finding[] {
  const odd = signingSecrets.some((secret) => !/^[0-9a-f]{32}$/u.test(secret));
  const about = 'Slack signing secret';
  return [
    ...(signingSecrets.length === 0
      ? []
      : [
          odd
            ? warning(
                about,
                'does not look like 32 signs of 0-9 and a-f',
                'Copy it once more from Basic Information, Signing Secret; it is not the client secret.',
              )
            : ok(about, signingSecrets.length === 2 ? 'two, while one replaces the other' : 'looks right'),
        ]),
    ...(appToken === undefined
      ? []
      : [
          /^xapp-1-[A-Z0-9]+-\d+-[0-9a-f]+$/u.test(appToken)
            ? ok('Slack app token', 'looks right; Socket Mode is on')
            : warning(
                'Slack app token',
                'does not look like xapp-1-…',
                'Copy it once more from Basic Information, App-Level Tokens (scope connections:write).',
              ),
        ]),
  ];
}

/** What Slack said about the bot token. */
export function checkSlackToken(says: SlackSays): Finding {
  const about = 'Slack token';
  switch (says.kind) {
    case 'valid':
      return ok(about, `valid, for the workspace ${says.workspace}`);
    case 'unreachable': {
      const { says: how, todo } = unreachableHost(says.host, says.cause);
      return warning(about, how, `${todo} Check SLACK_API_URL, too.`);
    }
    case 'refused':
      return wrong(
        about,
        `Slack says ${says.code}`,
        slackRefusal(says.code) ?? 'Try again in a minute; if it stays so, install the app again.',
      );
  }
}
