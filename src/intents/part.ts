import {
  beforeLeaving,
  coordinators as coordinatorsCard,
  fewerMessages,
  nothingToLeave,
  tokens,
  youCoordinate,
} from '../cards';
import { say } from '../chat';
import { isCoordinator } from '../mentoring';
import { coordinatorsNear, leavingOf, whyWritten } from '../services';
import { intent } from './intent';

/** "I want to stop being a mentor": what leaving means, with the button that does it. */
export const stop = intent('stop', tokens.stop, {
  async run(_, { tx, caller }) {
    const leaving = await leavingOf(tx, caller);
    return [say(leaving ? beforeLeaving(leaving) : nothingToLeave())];
  },
});

/** "How do I stop these messages?" */
export const messages = intent('messages', tokens.messages, {
  run: async (_, { tx, caller }) => [say(fewerMessages(await whyWritten(tx, caller)))],
});

/** "Can I talk to a human?" */
export const coordinators = intent('coordinators', tokens.coordinators, {
  async run(_, { tx, caller }) {
    const near = await coordinatorsNear(tx, caller);
    const alone = near.length === 0 && isCoordinator(caller.roles);
    return [say(alone ? youCoordinate() : coordinatorsCard(near))];
  },
});
