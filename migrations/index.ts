import { Foundation1700000000001 } from './0001-foundation';
import { Administrator1700000000003 } from './0003-administrator';

/** Every migration, oldest first. */
export const migrations = [Foundation1700000000001, Administrator1700000000003];
