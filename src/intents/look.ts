import {
  closedTopicList,
  help as helpCard,
  leftList,
  mine as mineCard,
  refusal,
  token,
  tokens,
  topicClosed,
  topicList,
  topicOpened,
} from '../cards';
import { replaceWith, say } from '../chat';
import { isCoordinator } from '../mentoring';
import {
  closeByCoordinator,
  closedTopics,
  leaveList,
  mineOf,
  officeNamed,
  openByCoordinator,
  topicsWithMentors,
  topicView,
} from '../services';
import { intent } from './intent';
import { onPage } from './pages';

/** All open topics, a page at a time. */
export const topics = intent('topics', tokens.topics, {
  async run({ page = 1, office, place }, turn) {
    const all = await topicsWithMentors(turn.tx, turn.house);
    const named = await officeNamed(turn.tx, office);
    const at = (each: number) => token('topics', { page: each, office });
    return onPage(turn, all, page, at, async (shown, after) => topicList(shown, { page, after, place, office: named }));
  },
});

export const help = intent('help', tokens.help, {
  run: async (_, { caller }) => [say(helpCard(isCoordinator(caller.roles)))],
});

export const mine = intent('mine', tokens.mine, {
  async run({ page }, { tx, house, caller }) {
    const card = mineCard(await mineOf(tx, house, caller), page);
    return [page === undefined ? say(card) : replaceWith(card)];
  },
});

/** The topics that a coordinator can open. */
export const closed = intent('closed', tokens.closed, {
  async run({ page = 1 }, turn) {
    const { tx, house, caller } = turn;
    const all = await closedTopics(tx, house, caller);
    if (!all.ok) return [say(refusal(all.because))];
    const at = (each: number) => token('closed', { page: each });
    return onPage(turn, all.events[0] ?? [], page, at, async (shown, after) => closedTopicList(shown, page, after));
  },
});

/** A coordinator opens a topic. */
export const openTopic = intent('open-topic', tokens['open-topic'], {
  async run({ topic }, { tx, house, caller }) {
    const opened = await openByCoordinator(tx, house, caller, topic);
    const [turned] = opened.ok ? opened.events : [];
    if (!opened.ok || !turned) return opened.ok ? [] : [say(refusal(opened.because))];
    const mentors = (await topicsWithMentors(tx, house)).find((each) => each.id === topic)?.mentors ?? 0;
    return [say(topicOpened(topicView(house, topic), turned, mentors))];
  },
});

/** A coordinator closes a topic. */
export const shutTopic = intent('close-topic', tokens['close-topic'], {
  async run({ topic }, { tx, house, caller }) {
    const closing = await closeByCoordinator(tx, house, caller, topic);
    const [turned] = closing.ok ? closing.events : [];
    if (!closing.ok || !turned) return closing.ok ? [] : [say(refusal(closing.because))];
    return [say(topicClosed(topicView(house, topic), turned))];
  },
});

/** A mentor whose offers came over from a contact sheet leaves the list. */
export const leave = intent('leave-list', tokens['leave-list'], {
  async run({ on }, { tx, house, caller }) {
    const card = leftList(await leaveList(tx, house, caller));
    return [on === undefined || on === 'request' ? say(card) : replaceWith(card)];
  },
});
