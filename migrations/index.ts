import { Foundation1700000000001 } from './0001-foundation';
import { Installs1700000000004 } from './0004-installs';

/** Every migration, oldest first. */
export const migrations = [Foundation1700000000001, Installs1700000000004];
