import { meetMoreWishes, moreWishesKind } from '../services';
import { whatIsDue } from './due';

/** Mentors whose free place is still free, for the next few who wish for one. */
export const wishesDue = whatIsDue(moreWishesKind, meetMoreWishes);
