import { type Block, type Button, buttons, type Card, card, heading, notice, prose } from '../chat';
import { token } from './tokens';
import { type TopicView, topicButton } from './topic';
import { forgetButton } from './wish-button';
import { browseButton, count, mineButton } from './words';

/** The wish is kept; or it was already. */
export function wishKept(topic: TopicView, { kept, wish }: { kept: 'new' | 'known'; wish: string }): Card {
  const words =
    kept === 'new'
      ? `I keep your wish for ${topic.label}. As soon as you can ask somebody, I tell you, and your coordinator sees that the topic is wanted.`
      : `I keep your wish for ${topic.label} already. You hear from me as soon as you can ask somebody.`;
  return card('wish-kept', words, notice('good', words), buttons(mineButton, browseButton, forgetButton(wish, topic)));
}

/** The wish was dropped by the one who had it. */
export function wishDropped(topic: TopicView): Card {
  const words = `I no longer keep your wish for ${topic.label}.`;
  return card('wish-dropped', words, notice('info', words), buttons(mineButton, browseButton));
}

/** Somebody offers what this person has wished for. */
export function wishMet(topic: TopicView, wish: string): Card {
  const words = `You wished for a mentor for ${topic.label}: there is one with a free place now.`;
  return card(
    'wish-met',
    words,
    notice('good', words),
    prose('Others may have had the same wish, so have a look soon. I keep your wish until you have a mentor.'),
    buttons(
      { ...topicButton(topic), label: 'Find', spoken: `Find a mentor for ${topic.label}`, emphasis: 'main' },
      forgetButton(wish, topic),
    ),
  );
}

/** The same card once the wish is over: it has come true, or was forgotten. */
export function wishOver(topic: TopicView): Card {
  const words = `You wished for a mentor for ${topic.label}. I do not keep that wish any more.`;
  return card('wish-over', words, notice('info', words), buttons(mineButton, browseButton));
}

/** To the coordinator: wishes could be met. */
export function wishesMet(topic: TopicView, wishes: number): Card {
  const words = `Good news: somebody offers ${topic.label} now. ${count(wishes, 'wish', 'wishes')} had waited for it, and ${wishes === 1 ? 'that person was' : 'those people were'} told.`;
  return card('wishes-met', words, notice('good', words), buttons(overviewButton));
}

export const overviewButton: Button = { label: 'Offers and wishes', token: token('overview', {}) };

export type TopicFigures = TopicView & {
  readonly isOpen: boolean;
  readonly mentors: number;
  readonly wishes: number;
};

const withoutApp = (mentors: number): string =>
  `${count(mentors, 'mentor')} cannot be found yet, because the app is missing in their chat. Your administrator can install it for everybody at once.`;

const standing = ({ isOpen, mentors, wishes }: TopicFigures): string =>
  [
    isOpen ? 'Open' : 'Not open yet',
    mentors === 0 ? 'no free mentor' : `${count(mentors, 'mentor')} with a free place`,
    wishes === 0 ? '' : `${count(wishes, 'wish', 'wishes')} kept`,
  ]
    .filter(Boolean)
    .join(' · ');

/**
 * To the coordinator: what is offered and what is wished for, topic by topic, those wanted most first; a page at a time.
 * `waitingForApp` mentors cannot be found, as no message reaches them yet.
 */
export function overview(
  topics: readonly TopicFigures[],
  waitingForApp: number,
  page: number,
  after: number | undefined,
): Card {
  const wanted = topics.filter((topic) => topic.wishes > 0 && topic.mentors === 0).length;
  const words =
    wanted > 0
      ? `${count(wanted, 'topic')} here ${wanted === 1 ? 'is' : 'are'} wished for and ${wanted === 1 ? 'has' : 'have'} no free mentor.`
      : 'Offers and wishes by topic.';
  const next: Button[] =
    after === undefined ? [] : [{ label: 'More topics', token: token('overview', { page: after }) }];
  return card(
    'overview',
    words,
    heading(page === 1 ? 'Offers and wishes' : 'More offers and wishes'),
    ...(wanted > 0 ? [notice('warning', words)] : []),
    ...(waitingForApp > 0 && page === 1 ? [notice('warning', withoutApp(waitingForApp))] : []),
    ...topics.map(
      (topic): Block => ({
        block: 'person',
        name: topic.label,
        lines: [standing(topic)],
        ...(topic.isOpen
          ? {}
          : {
              button: { label: 'Open', spoken: `Open ${topic.label}`, token: token('open-topic', { topic: topic.id }) },
            }),
      }),
    ),
    buttons(...next, browseButton),
  );
}
