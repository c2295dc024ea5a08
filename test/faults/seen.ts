import { randomUUID } from 'node:crypto';
import { type ChannelName, encodeToken, type FormValues, type Reply, type Token } from '../../src/chat';
import { cardButtons, type House, tokenOf } from '../chat';

/** A button or a form that somebody has seen, and on which message. */
export type Seen = {
  readonly channel: ChannelName;
  readonly user: string;
  readonly on: string;
  readonly token: Token;
  readonly values?: FormValues;
};

export const nameOf = (reply: Reply): string =>
  reply.kind === 'card' ? reply.card.name : reply.kind === 'form' ? `form ${reply.form.name}` : reply.kind;

const formsOfRequests: ReadonlySet<string> = new Set(['decline', 'ask-more', 'tell-more']);

/** What pressing it does: `decline` opens a form, `decline!` sends it. */
export const actOf = (seen: Seen): string =>
  seen.values && formsOfRequests.has(seen.token.intent) ? `${seen.token.intent}!` : seen.token.intent;

/** Whose client a key of `house.clients` is. */
export function ownerOf(key: string): { channel: ChannelName; user: string } {
  const [channel = '', user = ''] = key.split(':');
  return { channel: channel === 'slack' ? 'slack' : 'teams', user };
}

/** Remembers every button that people have seen, and presses them as clients do. */
export function watch(house: House) {
  const seen = new Map<string, Seen>();
  // The same question to the bot, like a list of mentors, is one button on however many cards it stands.
  const keep = (one: Seen): void => {
    const on = 'request' in one.token.args ? one.on : '';
    seen.set(`${one.channel}|${one.user}|${on}|${encodeToken(one.token)}|${one.values ? 'form' : ''}`, one);
  };
  const keepCard = (key: string, on: string): void => {
    const card = house.clients.get(key)?.cards.get(on);
    for (const own of card ? cardButtons(card).map(tokenOf) : []) if (own) keep({ ...ownerOf(key), on, token: own });
  };
  return {
    keep,
    all: (): readonly Seen[] => [...seen.values()],
    /** Remembers what is in all chats now. */
    look(): void {
      for (const [key, client] of house.clients) for (const on of client.cards.keys()) keepCard(key, on);
    },
    /** Presses so many times at once; the chat then shows what came back. */
    async press(one: Seen, times: number): Promise<readonly Reply[]> {
      const address = { channel: one.channel, ref: one.user };
      const act = one.values
        ? ({ kind: 'form', token: one.token, values: one.values } as const)
        : ({ kind: 'action', token: one.token } as const);
      const extra = {
        on: { address, message: one.on },
        ...(one.channel === 'teams' ? { formTakesPlace: true as const } : {}),
      };
      const turns = Array.from({ length: times }, () =>
        house.receive(house.inbound(one.channel, one.user, act, extra)),
      );
      const replies = (await Promise.all(turns.map((turn) => turn.replies))).flat();
      const { cards } = house.clientOf(one.channel, one.user);
      for (const reply of replies) {
        if (reply.kind === 'card') cards.set(reply.as === 'replace' ? one.on : randomUUID(), reply.card);
        if (reply.kind === 'form' && one.channel === 'teams') cards.delete(one.on);
      }
      return replies;
    },
  };
}
