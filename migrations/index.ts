import { Foundation1700000000001 } from './0001-foundation';
import { Mentors1700000000002 } from './0002-mentors';
import { Accounts1700000000005 } from './0005-accounts';

/** Every migration, oldest first. */
export const migrations = [Foundation1700000000001, Mentors1700000000002, Accounts1700000000005];
