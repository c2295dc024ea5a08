import { afterThat } from '../../cards';
import { cleanText, clip, type Reply, say } from '../../chat';
import type { Slots, Understood } from '../../understanding';
import type { Turn } from '../intent';
import { answerOpen } from './answers';
import { askBack, bandOf, isPlain, readingsOf, sayTaken } from './bands';
import type { Talk } from './flow';
import { flows, type Wish } from './flows';
import { heardWith } from './heard';
import { offer } from './offer';
import { endOpen, keepOpen, type Open, openOf } from './open';
import type { Understand } from './understand';

type Replies = Promise<readonly Reply[]>;

/** How a wish is carried out: an answer to what is open keeps what is settled in it. */
function talkOf(turn: Turn, understood: Understood, open: Open | undefined): Talk {
  const answered = understood.answers === true ? open : undefined;
  const sure = bandOf(understood.confidence) === 'sure' && answered?.careful !== true;
  // A partner who is named anew is another exchange.
  const settled = understood.slots.person === undefined ? answered?.pairing : undefined;
  return { turn, sure, ...(settled === undefined ? {} : { pairing: settled }) };
}

/** Adds to what is open now, whatever the answer has left there. */
async function addOpen(turn: Turn, more: { readonly reading?: Slots; readonly after?: string }): Promise<string> {
  const { id, ...open } = (await openOf(turn)) ?? { id: undefined };
  return keepOpen(turn, { ...open, ...more, ...(id === undefined ? {} : { id }) });
}

/** Not clear at all: the readings are offered, and what was named is kept for the one that is picked. */
async function offerReadings(turn: Turn, understood: Understood): Promise<readonly Reply[] | undefined> {
  const of = turn.tx.newId();
  const offered = readingsOf(understood, of);
  if (offered.length === 0) return undefined;
  await offer(turn, offered, { id: of, reading: understood.slots });
  return askBack(offered);
}

/** "Make it Friday" changes what is being planned, not a meeting that stands; its time of day stays as it was. */
function asPlanned(understood: Understood, open: Open | undefined): Understood {
  const { when, action, ...slots } = understood.slots;
  if (understood.answers !== true || understood.intent !== 'schedule_meeting') return understood;
  const { action: before, when: planned } = open?.pending?.slots ?? {};
  const [, time] = planned?.split('T') ?? [];
  const isDay = when !== undefined && /^\d{4}-\d\d-\d\d$/u.test(when);
  return {
    ...understood,
    slots: {
      ...slots,
      ...(when === undefined ? {} : { when: isDay && time !== undefined ? `${when}T${time}` : when }),
      ...(before === undefined || action === undefined ? {} : { action }),
    },
  };
}

/** Which topic is meant is asked anyway: that says what was understood. */
const asksWhichTopic = ({ slots: { topic, choices, asked } }: Understood): boolean =>
  topic === undefined && (choices !== undefined || asked !== undefined);

/** A wish: done, done and named, or asked back, by how certain it is. A new one leaves what was open. */
async function wish(name: Wish, understood: Understood, turn: Turn, open: Open | undefined): Replies {
  const talk = talkOf(turn, understood, open);
  const isUnclear = name === 'out_of_scope' && bandOf(understood.confidence) === 'asked';
  if (isPlain(name))
    return (isUnclear && (await offerReadings(turn, understood))) || flows[name](understood.slots, talk);
  if (open) await endOpen(turn);
  const answers = understood.answers === true;
  const band = answers ? 'sure' : bandOf(understood.confidence);
  if (band === 'asked') {
    const asked = await offerReadings(turn, understood);
    if (asked) return asked;
  }
  const replies = await flows[name](understood.slots, talk);
  if (band === 'sure' || asksWhichTopic(understood)) return replies;
  const of = await addOpen(turn, { reading: understood.slots });
  return sayTaken(replies, name, understood.alternatives, of);
}

async function answer(understood: Understood, turn: Turn, open: Open | undefined): Replies {
  const { intent, slots } = understood;
  switch (intent) {
    case 'yes':
    case 'no':
    case 'cancel':
    case 'choose':
      return answerOpen(intent, slots, turn, open);
    default:
      return wish(intent, understood, turn, open);
  }
}

const longestWish = 300;
const longestName = 80;

/** Nobody's name is longer than a card has room for. */
const withShortName = (understood: Understood): Understood => {
  const { person } = understood.slots;
  return person === undefined
    ? understood
    : { ...understood, slots: { ...understood.slots, person: clip(person, longestName) } };
};

/** What was said leads to its answer; of two wishes the first, and the second one is named with a button. */
export async function byWords(
  text: string,
  turn: Turn,
  understand: Understand,
  noted: (understood: Understood) => void,
): Replies {
  const open = await openOf(turn);
  const understood = withShortName(understand(cleanText(text), await heardWith(turn, open)));
  noted(understood);
  const replies = await answer(asPlanned(understood, open), turn, open);
  if (understood.after === undefined) return replies;
  const after = understood.after;
  const of = await addOpen(turn, { after });
  return [...replies, say(afterThat(clip(after, longestWish), of))];
}
