import { createHash } from 'node:crypto';
import { type Card, card, prose, type Reply, type Turn } from '../../chat';
import { doneView, type Filling, formAck, formView, waitingView } from './form';
import { type HeldForms, offerCard } from './held-forms';
import { limits } from './limits';
import type { Log } from './log';
import { renderMessage } from './render';
import { plainText } from './rich';
import { clipErrors } from './submitted';
import { within } from './timing';
import type { Voice } from './voice';
import type { Way } from './way';
import { words } from './words';

/** In milliseconds since a request came in. `reply`: how long an answer may still go into the acknowledgment. */
export type AckTimes = { readonly reply: number; readonly ack: number };

/** How one request is answered: at once, by what Slack gets as the acknowledgment; and after it, by calls of our own. */
export type Answer = { readonly ack?: object; readonly later?: () => Promise<void> };

type Kind<Name extends Reply['kind']> = Extract<Reply, { kind: Name }>;
type From<Name extends Way['from']> = Extract<Way, { from: Name }>;

export type AnswererConfig = {
  readonly voice: Voice;
  readonly held: HeldForms;
  readonly times: AckTimes;
  readonly log: Log;
};

export type Answerer = {
  answer(way: Way, turn: Turn): Promise<Answer>;
  /** What she hears when something broke that nobody foresaw; what she typed into a window stays there. */
  apologize(way: Way): Answer;
  /** Opens a form that was held back for her. */
  openHeld(way: Way, key: string): Promise<Answer>;
};

const isCard = (reply: Reply): reply is Kind<'card'> => reply.kind === 'card';
/** A card that was to be said beside a form is said by itself where the form is gone. */
const asCard = (reply: Reply): Kind<'card'>[] =>
  reply.kind === 'stay' ? [{ kind: 'card', card: reply.card }] : isCard(reply) ? [reply] : [];
const isForm = (reply: Reply): reply is Kind<'form'> => reply.kind === 'form';

/** Every press of a button has a trigger of its own. */
const markOf = (trigger: string): string => createHash('sha256').update(trigger).digest('hex').slice(0, 12);

const fillingOf = (reply: Kind<'form'>, way: Way): Filling => {
  const on =
    way.from === 'message' && way.ts !== undefined
      ? { channel: way.channel, ts: way.ts, ...(way.thread !== undefined && { thread: way.thread }) }
      : way.from === 'submit' || way.from === 'window'
        ? way.on
        : undefined;
  return {
    ...(reply.values !== undefined && { values: reply.values }),
    ...(reply.errors !== undefined && { errors: reply.errors }),
    ...(way.from === 'submit' && { labels: way.labels }),
    ...(on !== undefined && { on }),
    ...(way.from === 'window' && way.trigger !== undefined && { anew: markOf(way.trigger) }),
  };
};

const sentence = (name: string, text: string): Card => card(name, text, prose(text));

const brokenCard = sentence('broken', words.broken);

/** The answer of a `receive` that broke its promise. */
export const brokenReply = (): Reply => ({ kind: 'card', card: brokenCard });

export function slackAnswerer({ voice, held, times, log }: AnswererConfig): Answerer {
  /** Shows a form in a window, or offers a button for it where Slack opens none. */
  async function showForm(way: Way, reply: Kind<'form'>): Promise<void> {
    const filling = fillingOf(reply, way);
    const view = formView(reply.form, filling);
    const shown = way.from === 'window' ? await voice.redraw(way, way.view, view) : await voice.open(way, view);
    if (shown.ok) return;
    const key = held.keep(way, { form: reply.form, filling });
    const waits =
      way.trigger === undefined
        ? words.formWaits(reply.form.title)
        : way.from === 'message' || way.from === 'home'
          ? words.tooLateButton
          : words.tooLateCommand;
    if (way.trigger !== undefined)
      log.warn({ code: shown.code, form: reply.form.name }, 'A window could not be opened.');
    await voice.say(way, offerCard(key, waits));
  }

  /** Shows the replies; she hears later of what did not get through, where she can be written to. */
  async function showAll(way: Way, replies: readonly Reply[], missed: Turn['missed']): Promise<void> {
    let lost = false;
    if (way.from === 'home') {
      const cards = replies.filter(isCard).map((reply) => reply.card);
      if (cards.length > 0) await voice.home(way, cards);
    }
    for (const reply of replies) {
      if (reply.kind === 'form') await showForm(way, reply);
      if (reply.kind !== 'card' || way.from === 'home') continue;
      const went = await (reply.as === 'replace' ? voice.replace(way, reply.card) : voice.say(way, reply.card));
      lost ||= !went.ok && went.because !== 'unreachable';
    }
    if (lost) await missed?.();
  }

  /** A command: the first card goes into the acknowledgment if it is ready in time. */
  async function command(way: Way, { recorded, replies, missed }: Turn): Promise<Answer> {
    const ready = await within(times.reply, Promise.all([replies, recorded]));
    if (ready === undefined) {
      await within(times.ack - times.reply, recorded);
      return { later: async () => showAll(way, await replies, missed) };
    }
    const [said] = ready.value;
    const first = said.find(isCard);
    if (first === undefined) return { later: () => showAll(way, said, missed) };
    const rest = said.filter((reply) => reply !== first);
    return {
      ack: { response_type: 'ephemeral', ...renderMessage(first.card) },
      ...(rest.length > 0 && { later: () => showAll(way, rest, missed) }),
    };
  }

  /** A submitted form: the window waits for the answer, because errors must show in it. */
  async function submit(way: From<'submit'>, { replies, missed }: Turn): Promise<Answer> {
    const ready = await within(times.ack, replies);
    if (ready === undefined) {
      return {
        ack: { response_action: 'update', view: waitingView() },
        later: async () => submitLate(way, await replies, missed),
      };
    }
    const form = ready.value.find(isForm);
    const stays = ready.value.find((reply): reply is Kind<'stay'> => reply.kind === 'stay');
    if (stays !== undefined && way.field !== undefined) {
      return { ack: { response_action: 'errors', errors: clipErrors([[way.field, stays.card.summary]]) } };
    }
    const cards = ready.value.flatMap(asCard);
    const ack = form === undefined ? { response_action: 'clear' } : formAck(form.form, fillingOf(form, way), way.form);
    return { ack, ...(cards.length > 0 && { later: () => showAll(way, cards, missed) }) };
  }

  /** The window is still open and says "one moment": it gets the form back, or the news that all is done. */
  async function submitLate(way: From<'submit'>, replies: readonly Reply[], missed: Turn['missed']): Promise<void> {
    const form = replies.find(isForm);
    const view = form === undefined ? doneView() : formView(form.form, fillingOf(form, way));
    const shown = await voice.redraw(way, way.view, view);
    if (!shown.ok && form !== undefined) {
      const key = held.keep(way, { form: form.form, filling: fillingOf(form, way) });
      await voice.say(way, offerCard(key, words.formWaits(form.form.title)));
    }
    await showAll(way, replies.flatMap(asCard), missed);
  }

  async function search({ replies }: Turn): Promise<Answer> {
    const ready = await within(times.ack, replies);
    const found = ready?.value.find((reply): reply is Kind<'choices'> => reply.kind === 'choices');
    const options = (found?.options ?? []).filter(({ value }) => value !== '' && value.length <= limits.option.value);
    return {
      ack: {
        options: options.slice(0, limits.options.menu).map(({ label, value, detail }) => ({
          text: plainText(label, limits.option.text),
          value,
          ...(detail !== undefined && { description: plainText(detail, limits.option.detail) }),
        })),
      },
    };
  }

  /** Anything else: acknowledged as soon as it is recorded, answered by calls of our own. */
  async function plainly(way: Way, { recorded, replies, missed }: Turn): Promise<Answer> {
    const somebodyWaits = way.from === 'message' || way.from === 'window' || way.from === 'shortcut';
    await (somebodyWaits ? within(times.ack, recorded) : recorded);
    return { later: async () => showAll(way, await replies, missed) };
  }

  return {
    answer(way, turn) {
      switch (way.from) {
        case 'command':
          return command(way, turn);
        case 'submit':
          return submit(way, turn);
        case 'search':
          return search(turn);
        case 'message':
        case 'window':
        case 'home':
        case 'direct':
        case 'mention':
        case 'shortcut':
        case 'platform':
          return plainly(way, turn);
        default: {
          const unknown: never = way;
          return unknown;
        }
      }
    },
    apologize(way) {
      if (way.from === 'submit' && way.field !== undefined) {
        return { ack: { response_action: 'errors', errors: { [way.field]: words.broken } } };
      }
      if (way.from === 'search') return { ack: { options: [] } };
      if (way.from === 'command') return { ack: { response_type: 'ephemeral', ...renderMessage(brokenCard) } };
      return way.from === 'platform' ? {} : { later: async () => void (await voice.say(way, brokenCard)) };
    },
    async openHeld(way, key) {
      const found = held.take(way, key);
      if (found === undefined)
        return { later: async () => void (await voice.say(way, sentence('form-gone', words.formGone))) };
      const reply: Reply = { kind: 'form', form: found.form, ...found.filling };
      return { later: () => showForm(way, reply) };
    },
  };
}
