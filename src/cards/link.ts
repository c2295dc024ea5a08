import { bold, buttons, type Card, card, heading, notice, prose, type Text } from '../chat';
import { codeMinutes } from '../mentoring';
import { token } from './tokens';
import { browseButton, helpButton } from './words';

/** The code for one's other account; `until` is a time of day. */
export function linkCode(code: string, until: string): Card {
  return card(
    'link-code',
    `Type link ${code} to me in your other chat.`,
    heading('Link your other account'),
    prose(['Open your other chat, write to me there, and type ', bold(`link ${code}`), '.']),
    prose(
      `The code works once, until ${until} (${codeMinutes} minutes). Please give it to nobody: whoever types it speaks in your name.`,
    ),
    buttons({ label: 'New code', token: token('link', {}) }, helpButton),
  );
}

/** An unknown account asks how it is linked. */
export function howToLink(): Card {
  const words = 'I do not know this account yet. If I know you in your other chat, you can link it yourself.';
  const how: Text = ['Type ', bold('link'), ' to me there. You get a code, and type it here: ', bold('link CODE'), '.'];
  return card('how-to-link', words, prose(words), prose(how));
}

const anotherOne: Text = ['Type ', bold('link'), ' to me in your other chat to get a new one.'];

const whyNot = {
  wrong: 'I do not know that code. Please look again at the one in your other chat.',
  used: 'That code has been used already, and each works only once.',
  replaced: 'There is a newer code, so that one does not work any more. Please use the newest.',
  expired: `That code is too old: each works for ${codeMinutes} minutes.`,
} as const;

/** A code did not work. */
export function codeRefused(why: keyof typeof whyNot): Card {
  return card('code-refused', whyNot[why], notice('warning', whyNot[why]), prose(anotherOne));
}

/** Too many wrong codes; `from` is the time of day from which this account may try again. */
export function tooManyTries(from: string): Card {
  const words = `Those were too many wrong codes. You can try again after ${from}.`;
  return card(
    'too-many-tries',
    words,
    notice('warning', words),
    prose('Your mentoring coordinator can link this account for you, too.'),
  );
}

/** A code was typed by an account that belongs to somebody already; `accounts` of hers are known. */
export function linkedAlready(accounts: number): Card {
  const words =
    accounts > 1
      ? 'Your two chats are linked already, so there is nothing to do.'
      : 'I know this account already, and it is the only one of yours. A code links a second chat: type it to me there. If you use this chat alone, there is nothing to do.';
  return card('linked-already', words, notice('info', words), buttons(browseButton, helpButton));
}
