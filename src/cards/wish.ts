import { buttons, type Card, card, notice, prose } from '../chat';
import { type TopicView, topicButton } from './topic';
import { forgetButton } from './wish-button';
import { browseButton, count, mineButton, overviewButton } from './words';

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
