import { dropped, meantOtherwise, talkOver, tokens } from '../../cards';
import { replaceWith, say } from '../../chat';
import type { Slots } from '../../understanding';
import { type Intent, intent, type Turn } from '../intent';
import { otherReadings } from './bands';
import { flows, wishCalled } from './flows';
import { offer } from './offer';
import { endAsked, endOpen, intentName, type Open, openOf } from './open';

/** The conversation that a button belongs to; undefined where another one is open by now. */
async function openAs(turn: Turn, of: string | undefined): Promise<Open | undefined> {
  const open = await openOf(turn);
  return open?.id === of ? open : undefined;
}

/** What the words meant after all: it begins with what they named, and has no effect without one more tap. */
const mean = intent('mean', tokens.mean, {
  async run({ intent: name, of }, turn) {
    const known = intentName.safeParse(name);
    const wish = known.success ? wishCalled(known.data) : undefined;
    if (!wish) return [say(talkOver())];
    const open = await openAs(turn, of);
    if (open) await endOpen(turn);
    return flows[wish](open?.reading ?? {}, { turn, sure: false });
  },
});

/** An answer to what was asked, by a button: it holds for its own conversation, and alone where that is over. */
const fill = intent('fill', tokens.fill, {
  async run({ intent: name, of, pairing, minutes, on, way, when, topic }, turn) {
    const known = intentName.safeParse(name);
    const wish = known.success ? wishCalled(known.data) : undefined;
    if (!wish) return [say(talkOver())];
    const open = await openAs(turn, of);
    if (open) await endOpen(turn);
    const before = open?.pending?.intent === wish ? open.pending.slots : {};
    const slots: Slots = {
      ...before,
      ...(minutes === undefined ? {} : { duration: minutes }),
      ...(on === undefined ? {} : { date: on }),
      ...(way === undefined ? {} : { channel: way }),
      ...(when === undefined ? {} : { when }),
      ...(topic === undefined ? {} : { topic }),
    };
    const settled = pairing ?? open?.pairing;
    return flows[wish](slots, {
      turn,
      sure: open?.careful !== true,
      ...(settled === undefined ? {} : { pairing: settled }),
    });
  },
});

/** It was taken wrong: the other readings, and help. */
const somethingElse = intent('something-else', tokens['something-else'], {
  async run({ of, others }, turn) {
    const names = others.split(',').flatMap((name) => intentName.safeParse(name).data ?? []);
    const open = await openAs(turn, of);
    const offered = otherReadings(names, of ?? turn.tx.newId());
    await offer(turn, offered, open ?? {});
    return [say(meantOtherwise(offered))];
  },
});

/** The second wish of a message, once. */
const afterThat = intent('after-that', tokens['after-that'], {
  async run({ of }, turn) {
    const open = await openAs(turn, of);
    if (open?.after === undefined) return [say(talkOver())];
    await endOpen(turn);
    return turn.hear(open.after);
  },
});

/** What was asked is dropped by a button. */
const neverMind = intent('never-mind', tokens['never-mind'], {
  async run(_, turn) {
    await endAsked(turn);
    return [turn.caller.on ? replaceWith(dropped()) : say(dropped())];
  },
});

export const talkIntents: readonly Intent[] = [mean, fill, somethingElse, afterThat, neverMind];
