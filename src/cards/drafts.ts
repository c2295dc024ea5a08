import type { DateTime } from 'luxon';
import { type Block, type Button, buttons, type Card, card, type Form, notice, prose } from '../chat';
import { type TokenArgs, type TokenName, token } from './tokens';
import { count, day, mineButton } from './words';

/** A form that its writer has begun and not sent; `who` is whom it is about, where that is known. */
export type DraftView = TokenArgs<'draft-open'> & {
  readonly who: string | undefined;
  readonly keptAt: DateTime;
  readonly zone: string;
  readonly now: DateTime;
};

const about = (what: string, link: string) => (who: string | undefined) =>
  who === undefined ? what : `${what} ${link} ${who}`;
const words: Readonly<Partial<Record<TokenName, (who: string | undefined) => string>>> = {
  ask: about('a request', 'to'),
  decline: about('a no', 'to'),
  'ask-more': about('a question', 'to'),
  'tell-more': about('an answer', 'to'),
  'mentor-form': () => 'your entry as a mentor',
  pause: () => 'a pause',
  'link-account': () => 'linking an account',
  log: about('the log of a session', 'with'),
  'correct-session': about('a correction', 'for'),
  note: () => 'a private note',
  evaluate: about('an evaluation', 'about'),
  end: about('the end of an exchange', 'with'),
  agenda: about('an agenda', 'with'),
  meet: about('a meeting', 'with'),
  'nudge-later': () => 'when to ask you again',
  'sit-in': () => 'asking somebody to sit in',
  concern: () => 'a word to a coordinator',
  'settings-form': () => 'your settings',
  'write-both': () => 'a message to a pair',
  're-pair': () => 'a re-pairing',
  'day-off-add': () => 'a day off',
  'days-off-change': () => 'the days off',
};

const hasWords = (form: string): form is keyof typeof words => Object.hasOwn(words, form);

/** What somebody was about to do: "a request to Joan Ek". */
export const draftWords = (form: string, who: string | undefined): string =>
  (hasWords(form) ? words[form]?.(who) : undefined) ?? 'a form';

/** When, as one says it within a week: "today", "yesterday", "on Monday"; else "on May 3". */
export function lately(at: DateTime, zone: string, now: DateTime): string {
  const there = at.setZone(zone).setLocale('en-US');
  const days = now.setZone(zone).startOf('day').diff(there.startOf('day'), 'days').days;
  if (days < 1) return 'today';
  if (days < 2) return 'yesterday';
  return days < 7 ? `on ${there.toFormat('cccc')}` : `on ${day(at, zone, now)}`;
}

const said = ({ form, who, keptAt, zone, now }: DraftView): string =>
  `You started ${draftWords(form, who)} ${lately(keptAt, zone, now)}.`;

/**
 * The forms that somebody has begun, each with what she can do about it: two buttons for each that is shown, so `most`
 * must leave room for the other buttons of the card.
 */
export function draftBlocks(drafts: readonly DraftView[], most = 1): readonly Block[] {
  const left = drafts.length - most;
  return [
    ...drafts.slice(0, most).flatMap((draft): readonly Block[] => {
      const { form, subject } = draft;
      const spoken = draftWords(form, draft.who);
      const goOn: Button = {
        label: 'Go on',
        spoken: `Go on with ${spoken}`,
        token: token('draft-open', { form, subject }),
      };
      const drop: Button = {
        label: 'Throw away',
        spoken: `Throw away ${spoken}`,
        token: token('draft-drop', { form, subject }),
      };
      return [prose(said(draft)), buttons(goOn, drop)];
    }),
    ...(left > 0 ? [prose(`You have ${count(left, 'more form')} that you have not sent yet.`)] : []),
  ];
}

/** A form that brings back what its writer had typed, and says so; she can also begin with an empty one. */
export function withDraft(form: Form, which: TokenArgs<'draft-anew'>): Form {
  const anew: Button = { label: 'Start empty', token: token('draft-anew', which) };
  const back = [notice('info', 'Here is what you had typed before.'), buttons(anew)];
  return { ...form, intro: [...back, ...(form.intro ?? [])] };
}

/** What was begun is gone. */
export function draftDropped(form: string): Card {
  const gone = `I have thrown away what you had typed for ${draftWords(form, undefined)}.`;
  return card('draft-dropped', gone, prose(gone), buttons(mineButton));
}

/** There is nothing of it any more: it was sent, or thrown away. */
export function draftGone(): Card {
  const gone = 'Nothing is left of that form: it was sent, thrown away, or older than 30 days.';
  return card('draft-gone', gone, prose(gone), buttons(mineButton));
}
