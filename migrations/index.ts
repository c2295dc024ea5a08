import { Foundation1700000000001 } from './0001-foundation';
import { Mentors1700000000002 } from './0002-mentors';
import { Administrator1700000000003 } from './0003-administrator';
import { Installs1700000000004 } from './0004-installs';
import { Accounts1700000000005 } from './0005-accounts';
import { Exchange1700000000006 } from './0006-exchange';
import { Conversation1700000000007 } from './0007-conversation';
import { Settings1700000000008 } from './0008-settings';
import { Digest1700000000009 } from './0009-digest';
import { Doubts1700000000010 } from './0010-doubts';
import { Pacing1700000000011 } from './0011-pacing';
import { ShownAndDaysOff1700000000012 } from './0012-shown-and-days-off';
import { RePair1700000000013 } from './0013-re-pair';
import { Nudges1700000000014 } from './0014-nudges';

/** Every migration, oldest first. */
export const migrations = [
  Foundation1700000000001,
  Mentors1700000000002,
  Administrator1700000000003,
  Installs1700000000004,
  Accounts1700000000005,
  Exchange1700000000006,
  Conversation1700000000007,
  Settings1700000000008,
  Digest1700000000009,
  Doubts1700000000010,
  Pacing1700000000011,
  ShownAndDaysOff1700000000012,
  RePair1700000000013,
  Nudges1700000000014,
];
