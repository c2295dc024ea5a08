import { overview as overviewCard, refusal, token, tokens, wishDropped, wishKept } from '../cards';
import { say } from '../chat';
import { isCoordinator } from '../mentoring';
import { dropWish, keepWish, mentorsWithoutApp, standingOf, topicFigures, topicView } from '../services';
import { find } from './find';
import { intent } from './intent';
import { onPage } from './pages';

/** Keeps a topic in mind until somebody offers it. */
export const keep = intent('keep-wish', tokens['keep-wish'], {
  async run({ topic }, turn) {
    const decision = await keepWish(turn.tx, turn.house, turn.caller, topic);
    if (!decision.ok) return [say(refusal(decision.because))];
    const [keeping] = decision.events;
    if (!keeping || keeping.kept === 'needless') return find.run({ topic }, turn) ?? [];
    return [say(wishKept(topicView(turn.house, topic), keeping))];
  },
});

export const drop = intent('drop-wish', tokens['drop-wish'], {
  async run({ wish }, { tx, house, caller }) {
    const decision = await dropWish(tx, house, caller, wish);
    const [dropped] = decision.ok ? decision.events : [];
    if (!decision.ok) return [say(refusal(decision.because))];
    return dropped ? [say(wishDropped(topicView(house, dropped.topicId)))] : [];
  },
});

/** To coordinators: what is offered and wished for, who waits and who is paired. */
export const overview = intent('overview', tokens.overview, {
  async run({ page = 1 }, turn) {
    const { tx, house, caller } = turn;
    if (!isCoordinator(caller.roles)) return [say(refusal({ code: 'coordinators-only' }))];
    const all = await topicFigures(tx, house);
    const at = (each: number) => token('overview', { page: each });
    return onPage(turn, all, page, at, async (topics, after) => {
      const standing = await standingOf(tx, caller, ids(topics));
      return overviewCard({ topics, standing, waitingForApp: await mentorsWithoutApp(tx), page, after });
    });
  },
});

const ids = (topics: readonly { readonly id: string }[]): readonly string[] => topics.map(({ id }) => id);
