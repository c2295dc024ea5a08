import {
  carriedOverCard,
  chooseTopic,
  linkedAlready,
  noProblem,
  nothingNext,
  nothingToWithdraw,
  notUnderstood,
  notYet,
  outdated,
  token,
  tooLong,
  unknownTopic,
  welcome,
} from '../cards';
import { type Act, cleanText, type Inbound, type Reply, say, type Token } from '../chat';
import {
  accountsKnown,
  carriedOverTopics,
  closeAccount,
  followable,
  followHome,
  homeOf,
  officesOf,
  openNow,
  suggested,
  todayOf,
  toldOfCarryOver,
  topicView,
  waitingRequests,
  welcomeOnce,
} from '../services';
import { heedDrafts } from './draft';
import type { Turn } from './intent';
import { intents } from './registry';
import type { Wish } from './wish';

/** What a text means, where these offices exist and it is that day (ISO). */
export type Understand = (text: string, offices: readonly string[], today: string) => Wish;

const isOutdated = [say(outdated())];

const byToken = (own: Token, turn: Turn): Promise<readonly Reply[]> =>
  intents.get(own.intent)?.run(own.args, turn) ?? Promise.resolve(isOutdated);

async function byWords(text: string, turn: Turn, understand: Understand): Promise<readonly Reply[]> {
  const { tx, house } = turn;
  const wish = understand(cleanText(text), await officesOf(tx), todayOf(tx, turn.caller));
  switch (wish.wish) {
    case 'token':
      return byToken(wish.token, turn);
    case 'choose':
      return [say(chooseTopic(wish.asked, await openFirst(turn, wish.topics), wish.why, wish.where))];
    case 'unknown-topic':
      return [say(unknownTopic(wish.asked, await openFirst(turn, wish.near), await suggested(tx, house)))];
    case 'greet':
      return greet(turn);
    case 'thanks':
      return [say(noProblem())];
    case 'withdraw':
      return withdrawLast(turn);
    case 'next':
      return next(turn);
    case 'link':
      return wish.code === undefined
        ? byToken(token('link', {}), turn)
        : [say(linkedAlready(await accountsKnown(tx, turn.caller)))];
    case 'later':
      return [say(notYet(await suggested(tx, house)))];
    case 'too-long':
      return [say(tooLong(wish.most))];
    case 'none':
      return [say(notUnderstood(await suggested(tx, house)))];
  }
}

/** "Withdraw" by words: the one request that waits is shown with its button; several are listed; none is said. */
async function withdrawLast(turn: Turn): Promise<readonly Reply[]> {
  const waiting = await waitingRequests(turn.tx, turn.caller);
  const [only] = waiting;
  if (!only) return [say(nothingToWithdraw())];
  return byToken(waiting.length === 1 ? token('request', { request: only }) : token('mine', {}), turn);
}

/** "Next" by words: the next page of the last list, as a message of its own. */
async function next(turn: Turn): Promise<readonly Reply[]> {
  const token = await followable(turn.tx, turn.caller);
  if (!token) return [say(nothingNext(await suggested(turn.tx, turn.house)))];
  const replies = await byToken(token, turn);
  return replies.map((reply) => (reply.kind === 'card' ? say(reply.card) : reply));
}

const greet = async ({ tx, house, caller }: Turn): Promise<readonly Reply[]> => [
  say(welcome(await homeOf(tx, house, caller))),
];

/** The Home tab, which follows her own state from here on. */
async function home(turn: Turn): Promise<readonly Reply[]> {
  await followHome(turn.tx, turn.house, turn.caller);
  return greet(turn);
}

/** What the words could mean, with the topics that are open first. */
async function openFirst({ tx, house }: Turn, topics: readonly string[]): Promise<ReturnType<typeof topicView>[]> {
  const open = new Set((await openNow(tx, house)).map((topic) => topic.id));
  return topics.toSorted((a, b) => Number(open.has(b)) - Number(open.has(a))).map((id) => topicView(house, id));
}

const answer = (act: Act, turn: Turn, understand: Understand, inbound: Inbound): Promise<readonly Reply[]> => {
  switch (act.kind) {
    case 'message':
      return byWords(act.text, turn, understand);
    case 'action':
      return byToken(act.token, turn);
    case 'form':
      return intents.get(act.token.intent)?.submit(act.token.args, act.values, turn) ?? Promise.resolve(isOutdated);
    case 'search':
      return (
        intents.get(act.token.intent)?.search(act.token.args, act.text, turn) ??
        Promise.resolve([{ kind: 'choices', options: [] }])
      );
    case 'home':
      return home(turn);
    case 'installed':
      return welcomeOnce(turn.tx, turn.house, turn.caller).then(() => []);
    case 'uninstalled':
      return closeAccount(turn.tx, inbound.from).then(() => []);
    case 'personChanged':
      return act.active ? Promise.resolve([]) : closeAccount(turn.tx, inbound.from).then(() => []);
  }
};

/** Leads an act to its intent. Whoever was put on the mentors' list by an import hears of it at the first contact. */
export async function lead(inbound: Inbound, turn: Turn, understand: Understand): Promise<readonly Reply[]> {
  const replies = await heedDrafts(inbound, await answer(inbound, turn, understand, inbound), turn);
  const meets = inbound.kind === 'message' || inbound.kind === 'installed';
  if (!turn.caller.untold || !meets || inbound.place === 'shared') return replies;
  const topics = await carriedOverTopics(turn.tx, turn.house, turn.caller.person.personId);
  await toldOfCarryOver(turn.tx, turn.caller);
  return topics.length > 0 ? [...replies, say(carriedOverCard(topics))] : replies;
}
