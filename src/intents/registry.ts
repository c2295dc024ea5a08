import { accept, decline, request, withdraw } from './answer';
import { ask } from './ask';
import { find } from './find';
import type { Intent } from './intent';
import { closed, help, leave, mine, openTopic, topics } from './look';

const all: readonly Intent[] = [
  find,
  ask,
  accept,
  decline,
  withdraw,
  request,
  topics,
  closed,
  help,
  mine,
  openTopic,
  leave,
];

/** Every intent by its name. */
export const intents: ReadonlyMap<string, Intent> = new Map(all.map((each) => [each.name, each]));
