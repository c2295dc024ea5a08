import { carriedOverCard, outdated, welcome } from '../cards';
import { type Act, type Inbound, type Reply, say, type Token } from '../chat';
import { carriedOverTopics, closeAccount, followHome, homeOf, toldOfCarryOver, welcomeOnce } from '../services';
import type { Understood } from '../understanding';
import { amongOthers } from './among';
import { heedDrafts } from './draft';
import type { Scene, Turn } from './intent';
import { intents } from './registry';
import { endAsked } from './talk/open';
import type { Understand } from './talk/understand';
import { byWords } from './talk/words';

/** How words are understood, and who hears of it. */
export type Hearing = {
  readonly understand: Understand;
  /** What was made of an act's words; they are a person's, so it is for the local workspace alone. */
  readonly noted?: (inbound: Inbound, understood: Understood) => void;
};

const isOutdated = [say(outdated())];

/** The turn that an act begins: it can go on with what a button would do, and with words. */
function turnOf(inbound: Inbound, scene: Scene, { understand, noted }: Hearing): Turn {
  const turn: Turn = {
    ...scene,
    lead: (own: Token) => intents.get(own.intent)?.run(own.args, turn) ?? Promise.resolve(isOutdated),
    hear: (text) => byWords(text, turn, understand, (understood) => noted?.(inbound, understood)),
  };
  return turn;
}

/** The Home tab, which follows her own state from here on. */
async function home({ tx, house, caller }: Turn): Promise<readonly Reply[]> {
  await followHome(tx, house, caller);
  return [say(welcome(await homeOf(tx, house, caller)))];
}

/** A form that went through has answered what was asked by words. */
async function sent(replies: readonly Reply[], turn: Turn): Promise<readonly Reply[]> {
  const isBack = replies.some((reply) => reply.kind === 'form' && reply.errors !== undefined);
  if (!isBack) await endAsked(turn);
  return replies;
}

const answer = async (act: Act, turn: Turn, inbound: Inbound): Promise<readonly Reply[]> => {
  switch (act.kind) {
    case 'message':
      return turn.hear(act.text);
    case 'action':
      return turn.lead(act.token);
    case 'form':
      return sent((await intents.get(act.token.intent)?.submit(act.token.args, act.values, turn)) ?? isOutdated, turn);
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
export async function lead(inbound: Inbound, scene: Scene, hearing: Hearing): Promise<readonly Reply[]> {
  // A form of nobody's is no draft either.
  if (inbound.kind === 'form' && !intents.has(inbound.token.intent)) return isOutdated;
  const turn = turnOf(inbound, scene, hearing);
  const replies = await amongOthers(scene, async (own) => {
    const acting = turnOf(inbound, own, hearing);
    return heedDrafts(inbound, await answer(inbound, acting, inbound), acting);
  });
  const meets = inbound.kind === 'message' || inbound.kind === 'installed';
  if (!turn.caller.untold || !meets || inbound.place === 'shared') return replies;
  const topics = await carriedOverTopics(turn.tx, turn.house, turn.caller.person.personId);
  await toldOfCarryOver(turn.tx, turn.caller);
  return topics.length > 0 ? [...replies, say(carriedOverCard(topics))] : replies;
}
