import { type Block, type Button, notice } from '../chat';
import { token } from './tokens';
import type { TopicView } from './words';

/** Forgets a wish that is kept. */
export const forgetButton = (wish: string, topic: TopicView): Button => ({
  label: 'Forget my wish',
  spoken: `Forget my wish for ${topic.label}`,
  token: token('drop-wish', { wish }),
});

/** Keeps a topic in mind for somebody until a mentor can be had; `wish` is the one that is kept already. */
export const wishButton = (topic: TopicView, wish: string | undefined): Button =>
  wish === undefined
    ? { label: 'Keep my wish', token: token('keep-wish', { topic: topic.id }), emphasis: 'main' }
    : forgetButton(wish, topic);

/** Says that the wish is kept, where it is. */
export const wishBlocks = (wish: string | undefined): readonly Block[] =>
  wish === undefined ? [] : [notice('good', 'Your wish is kept: you hear from me as soon as you can ask somebody.')];
