import { type Block, type Button, bold, notice, prose } from '../chat';
import { token } from './tokens';
import { type TopicView, topicButton } from './topic';
import { listing } from './words';

/** What else a search named: a place that is no office, with the office most like it, and a second topic or office. */
export type Aside = {
  readonly place?: string | undefined;
  readonly near?: string | undefined;
  readonly also?: TopicView | undefined;
  readonly alsoIn?: string | undefined;
};

const inOffice = (office: string, topic: TopicView): Button => ({
  label: `In ${office}`,
  spoken: `Mentors for ${topic.label} in ${office}`,
  token: token('find', { topic: topic.id, page: 1, office }),
});

/** Says what of a search was not followed; `instead` goes on after the place that nobody knows. */
export function asideBlocks({ place, also, alsoIn }: Aside, instead: string): readonly Block[] {
  const others = [also?.label, alsoIn].flatMap((name) => name ?? []);
  return [
    ...(place === undefined ? [] : [notice('info', ['I know no office called “', bold(place), `”${instead}`])]),
    ...(others.length === 0 ? [] : [prose(`You also named ${listing(others)}.`)]),
  ];
}

/** A button for each of them. */
export const asideButtons = ({ near, also, alsoIn }: Aside, topic: TopicView): readonly Button[] => [
  ...(near === undefined ? [] : [inOffice(near, topic)]),
  ...(also === undefined ? [] : [topicButton(also)]),
  ...(alsoIn === undefined ? [] : [inOffice(alsoIn, topic)]),
];
