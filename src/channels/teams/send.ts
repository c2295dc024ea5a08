import type { Activity, TurnContext } from 'botbuilder';
import type { SendFailure } from '../../chat';
import type { TeamsAdapter } from './adapter';
import { attempt, nothingSent, type Sent } from './failure';
import type { Json } from './json';
import type { Place } from './reference';
import { summaryOf } from './render';

/** A card ready for the wire; `alert` raises a banner, for what comes unasked. */
export type Drawn = { readonly summary: string; readonly content: Json; readonly alert?: true };

/** The ways to write to one conversation. None of them rejects. */
export type Pen = {
  readonly send: (drawn: Drawn) => Promise<Sent>;
  readonly update: (message: string, drawn: Drawn) => Promise<Sent>;
  readonly remove: (message: string) => Promise<Sent>;
};

/** A card alone in its message, as Teams splits text and card; the summary is what a toast shows. */
function messageOf({ summary, content, alert }: Drawn): Partial<Activity> {
  return {
    type: 'message',
    summary: summaryOf(summary),
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
    ...(alert === true ? { channelData: { notification: { alert } } } : {}),
  };
}

/** Writes within the turn that is under way. */
export function penOfTurn(context: TurnContext, most: number): Pen {
  return {
    send: (drawn) => attempt(most, async () => (await context.sendActivity(messageOf(drawn)))?.id ?? ''),
    update: (message, drawn) =>
      attempt(most, async () => {
        await context.updateActivity({ ...messageOf(drawn), id: message });
        return message;
      }),
    remove: (message) =>
      attempt(most, async () => {
        await context.deleteActivity(message);
        return message;
      }),
  };
}

/** Writes to a place at any time, each time in a turn of its own. */
export function penOfPlace(adapter: TeamsAdapter, place: Place, most: number): Pen {
  const inTurn = (write: (pen: Pen) => Promise<Sent>): Promise<Sent> => {
    let sent: Sent = { ok: false, because: 'unknown', code: 'no-turn' };
    return attempt(most, async () => {
      await adapter.resume(place, async (context) => {
        sent = await write(penOfTurn(context, most));
      });
      return '';
    }).then((turn) => (turn.ok ? sent : turn));
  };
  return {
    send: (drawn) => inTurn((pen) => pen.send(drawn)),
    update: (message, drawn) => inTurn((pen) => pen.update(message, drawn)),
    remove: (message) => inTurn((pen) => pen.remove(message)),
  };
}

/** What came of writing to somebody's own chat with the bot: where that is, and what became of each card. */
export type SaidAlone =
  | { readonly ok: true; readonly conversation: string; readonly sent: readonly Sent[] }
  | SendFailure;

/** Opens the person's own chat with the bot and writes there; where it does not open, surely nothing was sent. Never rejects. */
export async function sayAlone(
  adapter: TeamsAdapter,
  place: Omit<Place, 'conversation'>,
  cards: readonly Drawn[],
  most: number,
): Promise<SaidAlone> {
  const sent: Sent[] = [];
  const turn = { begun: false, over: false };
  const opened = await attempt(most, async () => {
    let conversation = '';
    await adapter.openChat(place, async (context) => {
      // It opened so late that somebody was told that nothing was sent.
      if (turn.over) return;
      turn.begun = true;
      conversation = context.activity.conversation.id;
      const pen = penOfTurn(context, most);
      for (const card of cards) sent.push(await pen.send(card));
    });
    return conversation;
  });
  if (opened.ok) return { ok: true, conversation: opened.id, sent };
  turn.over = true;
  return turn.begun ? opened : nothingSent(opened);
}
