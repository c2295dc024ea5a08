import { leaveWhenDue, leavingKind } from '../services';
import { whatIsDue } from './due';

/** People whose day of leaving, as the list of people gave it, has come. */
export const leaversDue = whatIsDue(leavingKind, leaveWhenDue);
