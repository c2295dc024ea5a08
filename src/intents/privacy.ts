import { privacy as privacyCard, privacyLooks, tokens } from '../cards';
import { say } from '../chat';
import { looksDays, looksOf, privacyOf } from '../services';
import { intent } from './intent';

/** "Who can see what about me?", and who has looked. */
export const privacy = intent('privacy', tokens.privacy, {
  run: async ({ part }, { tx, caller }) => [
    say(
      part === 'looks' ? privacyLooks(await looksOf(tx, caller), looksDays) : privacyCard(await privacyOf(tx, caller)),
    ),
  ],
});
