import { releaseKind, releaseWhenDue } from '../services';
import { whatIsDue } from './due';

/** Organizations whose figures of a quarter come out by now. */
export const releasesDue = whatIsDue(releaseKind, releaseWhenDue);
