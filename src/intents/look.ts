import {
  closedTopicList,
  help as helpCard,
  leftList,
  mine as mineCard,
  refusal,
  tokens,
  topicList,
  topicOpened,
} from '../cards';
import { replaceWith, say } from '../chat';
import { isCoordinator } from '../mentoring';
import {
  closedTopics,
  leaveList,
  mineOf,
  officeNamed,
  openByCoordinator,
  topicsWithMentors,
  topicView,
} from '../services';
import { intent } from './intent';

const topicsPerPage = 5;

/** All open topics, a page at a time. */
export const topics = intent('topics', tokens.topics, {
  async run({ page = 1, office, place }, { tx, house }) {
    const all = await topicsWithMentors(tx, house);
    const shown = all.slice((page - 1) * topicsPerPage, page * topicsPerPage);
    const after = all.length > page * topicsPerPage ? page + 1 : undefined;
    const card = topicList(shown, { page, after, place, office: await officeNamed(tx, office) });
    return [page === 1 ? say(card) : replaceWith(card)];
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
  async run({ page = 1 }, { tx, house, caller }) {
    if (!isCoordinator(caller.roles)) return [say(refusal({ code: 'coordinators-only' }))];
    const all = await closedTopics(tx, house, caller);
    const shown = all.slice((page - 1) * topicsPerPage, page * topicsPerPage);
    const card = closedTopicList(shown, page, all.length > page * topicsPerPage ? page + 1 : undefined);
    return [page === 1 ? say(card) : replaceWith(card)];
  },
});

/** A coordinator opens a topic. */
export const openTopic = intent('open-topic', tokens['open-topic'], {
  async run({ topic }, { tx, house, caller }) {
    const opened = await openByCoordinator(tx, house, caller, topic);
    if (!opened.ok) return [say(refusal(opened.because))];
    const [event] = opened.events;
    const mentors = (await topicsWithMentors(tx, house)).find((each) => each.id === topic)?.mentors ?? 0;
    return [say(topicOpened(topicView(house, topic), event?.isNew ?? false, mentors))];
  },
});

/** A mentor whose offers came over from a contact sheet leaves the list. */
export const leave = intent('leave-list', tokens['leave-list'], {
  async run({ on }, { tx, house, caller }) {
    const card = leftList(await leaveList(tx, house, caller));
    return [on === undefined || on === 'request' ? say(card) : replaceWith(card)];
  },
});
