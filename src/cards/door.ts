import { buttons, type Card, card, notice, prose } from '../chat';
import { helpButton, mineButton } from './words';

/** Something broke. Nothing was half done; the reference leads the administrator to the cause. */
export function apology(reference: string): Card {
  const words = `Sorry, that did not work, and nothing was changed. Please try again in a minute. If it goes on, give your administrator this number: ${reference}.`;
  return card('apology', words, notice('warning', words));
}

/** The workspace or tenant belongs to no organization. */
export function notInstalled(): Card {
  const words = 'Mentor Exchange is not set up for this workspace yet. Please tell your administrator.';
  return card('not-installed', words, notice('warning', words));
}

/** In a shared place nothing personal is said: the answer is in her own chat with the bot, or waits for her to open one. */
export function pointer(where: 'answered' | 'no-chat-yet'): Card {
  const words =
    where === 'answered'
      ? 'I have answered you in our own chat, where nobody else reads along.'
      : 'I answer about mentoring in private. Please open your own chat with me and write to me there.';
  return card('pointer', words, prose(words));
}

/** A button or form that this version does not know. */
export function outdated(): Card {
  const words = 'This button is from an older message and does not work any more. Here is what I can do now:';
  return card('outdated', words, notice('info', words), buttons(helpButton));
}

/** The chat took no answer from us when she did something; what she did was carried out all the same. */
export function answerMissed(): Card {
  const words =
    'Sorry, my last answer to you got lost on the way. What you sent me has been dealt with. If you asked me for something, please ask again.';
  return card('answer-missed', words, notice('info', words), buttons(mineButton, helpButton));
}

/** An act whose answer got lost in a restart, where it cannot be carried on. */
export function interrupted(): Card {
  const words = 'I was interrupted while you were doing something. Please do it once more; nothing was changed.';
  return card('interrupted', words, notice('info', words), buttons(helpButton));
}
