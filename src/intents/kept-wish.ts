import { overview as overviewCard, refusal, tokens, wishDropped, wishKept } from '../cards';
import { replaceWith, say } from '../chat';
import { isCoordinator } from '../mentoring';
import { dropWish, keepWish, mentorsWithoutApp, topicFigures, topicView } from '../services';
import { find } from './find';
import { intent } from './intent';

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

const topicsPerPage = 5;

/** To coordinators: what is offered and what is wished for. */
export const overview = intent('overview', tokens.overview, {
  async run({ page = 1 }, { tx, house, caller }) {
    if (!isCoordinator(caller.roles)) return [say(refusal({ code: 'coordinators-only' }))];
    const all = await topicFigures(tx, house);
    const shown = all.slice((page - 1) * topicsPerPage, page * topicsPerPage);
    const waiting = await mentorsWithoutApp(tx);
    const card = overviewCard(shown, waiting, page, all.length > page * topicsPerPage ? page + 1 : undefined);
    return [page === 1 ? say(card) : replaceWith(card)];
  },
});
