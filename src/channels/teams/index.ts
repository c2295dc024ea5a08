import {
  type Card,
  type Channel,
  type Delivered,
  type MessageRef,
  type Receive,
  type SendFailure,
  type Updated,
  uncounted,
} from '../../chat';
import { TeamsAdapter } from './adapter';
import { createAuthentication } from './auth';
import { clouds, mayServe } from './clouds';
import { type TeamsConfig, usualWaits } from './config';
import { createConnectors } from './connectors';
import { createDelivery, refused } from './deliver';
import { createDoor, readBody, refuseBody, refuseMethod } from './door';
import { profileOf } from './profile';
import { type Place, placeOf } from './reference';
import { renderCard } from './render';
import { type Drawn, penOfPlace } from './send';
import { loadTemplates, templateFolder } from './templates';
import type { Stage } from './turn';

export { teamsAdvice } from './advice';
export type { TeamsConfig } from './config';
export { teamsAddressOf } from './reference';

const path = '/api/messages';

/**
 * Microsoft Teams. Adds POST /api/messages to the web server, which answers 503 until `start`. Throws a sentence for
 * the operator when the configuration could not be safe.
 */
export function createTeamsChannel(config: TeamsConfig): Channel {
  const { issuer, chatHost } = clouds[config.cloud];
  const appId = config.local ? '' : (config.appId ?? '');
  const adapter = new TeamsAdapter(createAuthentication(config), appId, issuer);
  const { answersBelow = () => false } = config;
  const brush = { templates: loadTemplates(config.templates ?? templateFolder()), chatHost, answersBelow };
  const waits = { ...usualWaits, ...config.waits };
  const { log, pointer, pointerToOpen = pointer, traffic = uncounted } = config;
  const connectors = createConnectors(config);
  let receiving: Receive | undefined;
  const stage = (): Stage | undefined =>
    receiving && { adapter, brush, receive: receiving, waits, log, traffic, pointer, pointerToOpen };

  const works = new Set<Promise<void>>();
  const later = (work: Promise<void>): void => {
    const done = work
      .catch((error: unknown) =>
        log('error', 'teams.after-failed', { error: error instanceof Error ? error.name : '' }),
      )
      .finally(() => works.delete(done));
    works.add(done);
  };

  config.app.post(path, readBody, createDoor(config, { stage, connectors, later }));
  config.app.all(path, refuseMethod);
  config.app.use(path, refuseBody);

  const drawn = (card: Card): Drawn | SendFailure => {
    try {
      return { summary: card.summary, content: renderCard(card, brush) };
    } catch {
      log('error', 'teams.card-not-drawn', { card: card.name });
      return refused('not-drawn');
    }
  };

  const isServed = ({ serviceUrl }: Pick<Place, 'serviceUrl'>): boolean =>
    mayServe(serviceUrl, config.cloud, config.local);
  const deliver = createDelivery({ adapter, connectors, isServed, most: waits.send });

  return {
    name: 'teams',
    start: async (receive) => {
      receiving = receive;
      log('info', 'teams.started', {
        signIn: config.local ? 'off (loopback only)' : config.appType,
        cloud: config.cloud,
      });
    },
    stop: async () => {
      receiving = undefined;
      await Promise.all(works);
    },
    deliver: async (to, card): Promise<Delivered> => {
      const ready = drawn(card);
      if ('ok' in ready) return ready;
      const sent = await deliver(to, { ...ready, alert: true });
      if (!sent.ok) log('warn', 'teams.not-delivered', { because: sent.because, code: sent.code });
      return sent;
    },
    update: async (ref: MessageRef, card: Card): Promise<Updated> => {
      const place = placeOf(ref.address);
      if (place === undefined || ref.message === '') return { ok: false, because: 'unreachable', code: 'no-message' };
      if (!isServed(place)) return refused('foreign-service-url');
      const ready = drawn(card);
      if ('ok' in ready) return ready;
      const sent = await penOfPlace(adapter, place, waits.send).update(ref.message, ready);
      return sent.ok ? { ok: true } : sent;
    },
    profile: async (who, home) => {
      const place = home === undefined ? undefined : placeOf(home);
      return place !== undefined && isServed(place) ? profileOf(adapter, who, place, waits.profile) : undefined;
    },
  };
}
