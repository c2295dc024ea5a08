import { type Block, buttons, prose } from '../chat';
import type { MentorView } from './find';
import { token } from './tokens';
import type { TopicView } from './topic';
import { browseButton, line } from './words';

/** Offers the next best mentor, or the list where there is none. */
export const nextBest = (topic: TopicView, next: MentorView | undefined): Block[] =>
  next
    ? [
        prose('The next best for you:'),
        {
          block: 'person',
          name: next.name,
          detail: line(next.grade, next.office),
          lines: [next.topics.slice(0, 4).join(' · ')],
          button: {
            label: 'Ask',
            spoken: `Ask ${next.name}`,
            token: token('ask', { mentor: next.id, topic: topic.id }),
            emphasis: 'main',
          },
        },
        buttons({ label: 'More mentors', token: token('find', { topic: topic.id }) }, browseButton),
      ]
    : [prose(`Nobody else has a free place for ${topic.label} right now.`), buttons(browseButton)];
