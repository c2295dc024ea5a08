import { overview as overviewCard, refusal, token, tokens, wishDropped, wishKept } from '../cards';
import { say } from '../chat';
import { dropWish, keepWish, mentorsWithoutApp, overviewFor, standingOf, topicView } from '../services';
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

/** To coordinators and program managers: what is offered and wished for, who waits and who is paired. */
export const overview = intent('overview', tokens.overview, {
  async run({ page = 1 }, turn) {
    const { tx, house, caller } = turn;
    const found = await overviewFor(tx, house, caller);
    const [seen] = found.ok ? found.events : [];
    if (!found.ok || !seen) return found.ok ? [] : [say(refusal(found.because))];
    const at = (each: number) => token('overview', { page: each });
    return onPage(turn, seen.topics, page, at, async (topics, after) => {
      const standing = await standingOf(tx, caller, ids(topics));
      const waitingForApp = await mentorsWithoutApp(tx);
      return overviewCard({ topics, hers: seen.hers, standing, waitingForApp, page, after });
    });
  },
});

const ids = (topics: readonly { readonly id: string }[]): readonly string[] => topics.map(({ id }) => id);
