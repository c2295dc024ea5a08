import { unpack } from './packed';
import packed from './weights.json';

export { type Guess, guessesOf } from './score';

/** What was learned at build time from the repository's own phrases. */
export const lesson = unpack(packed);
