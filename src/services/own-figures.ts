import type { OwnFigures } from '../cards';
import { figuresOfMentor, type Tx } from '../store';

const mostQuarters = 4;

/** What her mentees have said of a mentor, from published figures only; for nobody but herself. */
export const ownFiguresOf = (tx: Tx, mentorId: string): Promise<OwnFigures> =>
  figuresOfMentor(tx, mentorId, mostQuarters);
