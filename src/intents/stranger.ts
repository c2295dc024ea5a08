import {
  accountRefused,
  areYou,
  clockTime,
  codeRefused,
  coordinatorAsked,
  guestAsks,
  guestRefused,
  howToLink,
  nobodyToAsk,
  noLongerHere,
  nowLinked,
  stillWaiting,
  tokens,
  tooManyTries,
  unknownPerson,
} from '../cards';
import { type Card, cleanText, clip, type Inbound, type Profile, type Reply, replaceWith, say } from '../chat';
import { type Approach, worksHere } from '../mentoring';
import {
  type CodeUse,
  confirmMatch,
  denyMatch,
  type House,
  identify,
  isGuest,
  type Met,
  meetAccount,
  meetStranger,
  officesOf,
  redeemCode,
  type Stranger,
  type Tx,
  zoneHere,
} from '../services';
import { type Hearing, lead } from './lead';
import { longestText } from './talk/understand';

/** An account that nobody has linked, in the transaction of its turn. */
type Strange = {
  readonly tx: Tx;
  readonly house: House;
  readonly inbound: Inbound;
  readonly stranger: Stranger;
  readonly hearing: Hearing;
};
type Replies = Promise<readonly Reply[]>;

/** What an unknown account did, as far as it matters who it is. */
export function approachOf(inbound: Inbound): Approach {
  if (inbound.kind === 'home' || inbound.kind === 'installed') return 'comes';
  return inbound.kind === 'action' && inbound.token.intent === 'knock' ? 'knocks' : 'speaks';
}

const cardOf = (met: Met): Card => {
  switch (met.met) {
    case 'refused':
      return accountRefused();
    case 'guest':
      return guestRefused();
    case 'stranger':
      return unknownPerson();
    case 'asked':
      return coordinatorAsked();
    case 'guest-asked':
      return guestAsks();
    case 'nobody':
      return nobodyToAsk();
    case 'waiting':
      return stillWaiting(met.since);
    case 'match':
      return areYou(met.name, met.claimId);
  }
};

/** She is known from here on: a word about that, and then what she wanted. */
async function carryOn(scene: Strange, name: string, wanted: string | undefined): Replies {
  const { on: _, ...anew } = scene.inbound;
  const inbound: Inbound = {
    ...anew,
    ...(wanted === undefined ? { kind: 'home' as const } : { kind: 'message' as const, text: wanted }),
  };
  const caller = await identify(scene.tx, scene.house, inbound);
  if (!caller) throw new Error('An account was linked and is not known.');
  const turn = { tx: { ...scene.tx, actorId: caller.person.personId }, caller, house: scene.house };
  return [replaceWith(nowLinked(name)), ...(await lead(inbound, turn, scene.hearing))];
}

async function press(scene: Strange, intent: string, args: unknown): Replies {
  const { tx, house, stranger } = scene;
  const yes = intent === 'thats-me' ? tokens['thats-me'].safeParse(args) : undefined;
  const linked = yes?.success ? await confirmMatch(tx, house, stranger, yes.data.claim) : undefined;
  if (linked) return carryOn(scene, linked.name, linked.wanted);
  const no = intent === 'not-me' ? tokens['not-me'].safeParse(args) : undefined;
  const met = no?.success
    ? await denyMatch(tx, house, stranger, no.data.claim)
    : await meetStranger(tx, house, stranger, approachOf(scene.inbound), undefined);
  return [replaceWith(cardOf(met))];
}

async function codeCard(scene: Strange, use: Exclude<CodeUse, { use: 'linked' }>): Promise<Card> {
  if (use.use !== 'wait') return codeRefused(use.use);
  return tooManyTries(clockTime(use.until, await zoneHere(scene.tx, scene.stranger.zone)));
}

/** "link", with or without a code: only accounts that may be linked by their own person try one. */
async function link(scene: Strange, code: string | undefined): Replies {
  const { tx, house, stranger } = scene;
  const met = await meetStranger(tx, house, stranger, 'comes', undefined);
  if (met.met === 'refused' || (await isGuest(tx, stranger))) return [say(cardOf(met))];
  if (code === undefined) return [say(met.met === 'match' ? cardOf(met) : howToLink())];
  const use = await redeemCode(tx, house, stranger, code);
  if (use.use === 'linked') return carryOn(scene, use.name, undefined);
  return [say(await codeCard(scene, use))];
}

/** Answers an account that nobody has linked. `profile` is what the platform says about it, if that was asked. */
export async function answerStranger(
  tx: Tx,
  house: House,
  inbound: Inbound,
  profile: Profile | undefined,
  hearing: Hearing,
): Replies {
  const stranger = await meetAccount(tx, inbound, profile);
  const scene: Strange = { tx, house, inbound, stranger, hearing };
  // While the platform was asked, another turn of hers may have linked the account.
  const caller = await identify(tx, house, inbound);
  if (caller && !worksHere(caller.person, tx.at)) return [say(noLongerHere())];
  if (caller) return lead(inbound, { tx: { ...tx, actorId: caller.person.personId }, caller, house }, hearing);
  if (inbound.kind === 'action') return press(scene, inbound.token.intent, inbound.token.args);
  const text = inbound.kind === 'message' ? cleanText(inbound.text) : undefined;
  const understood = text === undefined ? undefined : hearing.understand(text, { offices: await officesOf(tx) });
  if (understood?.intent === 'link_account') return link(scene, understood.slots.code);
  // A second "hello?" does not push out what was wished for.
  const wanted =
    text === undefined || understood?.intent === 'smalltalk' || understood?.intent === 'thanks'
      ? undefined
      : clip(text, longestText);
  return [say(cardOf(await meetStranger(tx, house, stranger, approachOf(inbound), wanted)))];
}
