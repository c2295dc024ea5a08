import type { types } from '@slack/bolt';
import type { Card, Traffic, Updated } from '../../chat';
import type { Clients } from './clients';
import { isAboutBlocks } from './failure';
import { publishHome } from './home';
import type { Log } from './log';
import { done, type Post, postEphemeral, postMessage, updateMessage } from './post';
import { type Drawn, renderCard } from './render';
import { respond } from './respond';
import { isDirect, type Way } from './way';

/** One way of bringing a message to a person. */
type Road = (drawn: Drawn) => Promise<Updated>;

export type VoiceConfig = {
  readonly clients: Clients;
  readonly apiUrl: string;
  readonly sendTimeout: number;
  readonly log: Log;
  readonly traffic: Traffic;
  /** Waits so many milliseconds, when Slack asks for it. */
  readonly pause: (milliseconds: number) => Promise<void>;
};

/** Answers the person who acted, by the nearest road that is open: what came of the last one. Nothing here rejects; what failed is logged. */
export type Voice = {
  say(way: Way, card: Card): Promise<Updated>;
  /** In place of the message acted on, where there is one. */
  replace(way: Way, card: Card): Promise<Updated>;
  home(way: Way, cards: readonly Card[]): Promise<void>;
  open(way: Way, view: types.ModalView): Promise<Updated>;
  redraw(way: Way, viewId: string, view: types.ModalView): Promise<Updated>;
};

const patience = 3;
const noRoad: Updated = { ok: false, because: 'refused', code: 'no_road' };

export function slackVoice({ clients, apiUrl, sendTimeout, log, traffic, pause }: VoiceConfig): Voice {
  const post =
    (way: Way, to: Omit<Post, 'user'>): Road =>
    async (drawn) =>
      done(await postMessage(clients, way.team, { ...to, user: way.user }, drawn));
  const direct = (way: Way): Road => post(way, { channel: way.user });
  const answer = (way: Way, how: 'new' | 'replace', thread?: string): Road[] => {
    const url = way.responseUrl;
    const place = thread === undefined ? {} : { thread_ts: thread };
    return url === undefined
      ? []
      : [({ message }) => respond(url, { ...message, ...place }, how, { apiUrl, timeout: sendTimeout })];
  };
  const inThread = (thread: string | undefined) => (thread === undefined ? {} : { thread });

  /** What a window leads to is said in the thread that it was opened from; elsewhere in the direct message. */
  const beside = (way: Extract<Way, { from: 'window' | 'submit' }>): Road => {
    const { channel, thread } = way.on ?? {};
    const stays = channel !== undefined && thread !== undefined && isDirect(channel);
    return stays ? post(way, { channel, thread }) : direct(way);
  };

  /** The roads for a new message, the best first. */
  function roads(way: Way): Road[] {
    switch (way.from) {
      case 'command':
        return [...answer(way, 'new'), direct(way)];
      case 'message': {
        const { channel, ts, thread } = way;
        const here = ts !== undefined && isDirect(channel);
        return here ? [post(way, { channel, ...inThread(thread) })] : [...answer(way, 'new', thread), direct(way)];
      }
      case 'direct':
        return [post(way, { channel: way.channel, ...inThread(way.thread) })];
      case 'mention': {
        const { channel, user, thread, team } = way;
        if (way.external === true) return [direct(way)];
        return [
          ({ message }) => postEphemeral(clients, team, { channel, user, ...inThread(thread) }, message),
          direct(way),
        ];
      }
      case 'window':
      case 'submit':
        return [beside(way)];
      case 'home':
      case 'search':
      case 'shortcut':
      case 'platform':
        return [direct(way)];
      default: {
        const unknown: never = way;
        return unknown;
      }
    }
  }

  /** The roads that put a message in the place of the one acted on. Slack's own charts are not lost where redrawing keeps them. */
  function inPlace(way: Way, { charted }: Drawn): Road[] {
    const at = way.from === 'message' ? way : way.from === 'submit' || way.from === 'window' ? way.on : undefined;
    const { channel, ts } = at ?? {};
    const redraw: Road[] =
      channel === undefined || ts === undefined
        ? []
        : [(drawn) => updateMessage(clients, way.team, { channel, ts }, drawn)];
    const answered = way.from === 'message' ? answer(way, 'replace') : [];
    return charted === undefined ? [...answered, ...redraw] : [...redraw, ...answered];
  }

  const tried = async (team: string, road: Road, drawn: Drawn): Promise<Updated> => {
    const went = await road(drawn);
    traffic.answered(team);
    if (!went.ok && went.because === 'busy' && went.tooFast) traffic.slow(team, went.retryAfterSeconds);
    return went;
  };

  /** One road, with the waits Slack asks for; a card that Slack will not draw goes as its plain text. */
  async function travel(team: string, road: Road, drawn: Drawn): Promise<Updated> {
    let last = await tried(team, road, drawn);
    for (let tries = 1; !last.ok && last.because === 'busy' && tries < patience; tries++) {
      await pause(last.retryAfterSeconds * 1000);
      last = await tried(team, road, drawn);
    }
    if (!last.ok && isAboutBlocks(last)) {
      log.warn({ code: last.code }, 'Slack refused the blocks of an answer; it goes as text.');
      return tried(team, road, { message: { text: drawn.message.text, blocks: [] } });
    }
    return last;
  }

  async function arrives({ team }: Way, road: Road, card: Card, drawn: Drawn): Promise<Updated> {
    const went = await travel(team, road, drawn);
    if (!went.ok) {
      log.warn(
        { card: card.name, because: went.because, code: went.code },
        'An answer in Slack did not arrive by this road.',
      );
    }
    return went;
  }

  /** What may have arrived is not said again by another road. */
  async function say(way: Way, card: Card): Promise<Updated> {
    const drawn = renderCard(card);
    let went: Updated = noRoad;
    for (const road of roads(way)) {
      went = await arrives(way, road, card, drawn);
      if (went.ok || went.because === 'unknown') break;
    }
    return went;
  }

  /** To draw a message twice does no harm, so every road is tried. */
  async function replace(way: Way, card: Card): Promise<Updated> {
    const drawn = renderCard(card);
    for (const road of inPlace(way, drawn)) {
      const went = await arrives(way, road, card, drawn);
      if (went.ok) return went;
    }
    return say(way, card);
  }

  return {
    say,
    replace,
    async home(way, cards) {
      const shown = await publishHome(clients, 'interactive', way, cards);
      if (!shown.ok) log.warn({ code: shown.code }, 'The Home tab could not be shown.');
    },
    async open(way, view) {
      const { trigger } = way;
      if (trigger === undefined) return { ok: false, because: 'refused', code: 'no_trigger' };
      return done(
        await clients.call(way.team, 'interactive', (client) => client.views.open({ trigger_id: trigger, view })),
      );
    },
    redraw: async (way, viewId, view) =>
      done(await clients.call(way.team, 'interactive', (client) => client.views.update({ view_id: viewId, view }))),
  };
}
