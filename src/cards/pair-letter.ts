import { type Block, buttons, type Card, card, type Form, heading, notice, prose } from '../chat';
import { type Contact, contactButton } from './contact';
import type { SeenPair } from './pair-need';
import { type TokenArgs, token } from './tokens';
import { firstName, helpButton } from './words';

export const mostLetter = 1500;

/** A word to both people of a pair, in the writer's own name. */
export function letterForm({ mentee, mentor }: SeenPair, args: TokenArgs<'write-both'>): Form {
  return {
    name: 'write-both',
    title: 'Message both',
    intro: [
      prose(
        `${mentee} and ${mentor} get your words at once, in your name, each in their own chat with me. They can answer you directly.`,
      ),
    ],
    fields: [
      {
        id: 'words',
        label: 'Your words to both',
        hint: 'Please leave out client names, and what one of them told you alone.',
        field: 'paragraph',
        most: mostLetter,
      },
    ],
    submit: 'Send to both',
    back: { label: 'Back', token: token(args.from ?? 'see-pair', args.from ? {} : { pairing: args.pairing }) },
    token: token('write-both', args),
  };
}

export const letterFaults = {
  empty: 'Please write a few words to both.',
  long: (length: number): string => `That is ${length} characters. Please say it in up to ${mostLetter}.`,
};

/** To its writer: it is on its way, and its words are not said again. */
export const letterSent = ({ mentee, mentor }: SeenPair): Block =>
  notice('good', `${firstName(mentee)} and ${firstName(mentor)} get your words now, and can answer you directly.`);

/** What a coordinator has written to both, as one of the two reads it. */
export function pairLetter(letter: {
  readonly writer: string;
  readonly partner: string;
  readonly words: string;
  readonly contact: Contact;
}): Card {
  const { writer, partner, words, contact } = letter;
  const title = `${writer} writes to you and ${partner}`;
  return card(
    'pair-letter',
    `${title}.`,
    heading(title),
    prose(words),
    prose(`${firstName(writer)} coordinates the program, and sent you both the same words.`),
    buttons({ ...contactButton(writer, contact), emphasis: 'main' }, helpButton),
  );
}

/** Its time is over, or its writer is gone. */
export function letterGone(): Card {
  const words = 'Your coordinator had written to you two here. The words are not kept any more.';
  return card('letter-gone', words, prose(words), buttons(helpButton));
}
