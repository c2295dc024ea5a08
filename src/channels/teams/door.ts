import type { Activity, TurnContext } from 'botbuilder';
import { type ErrorRequestHandler, json, type Request, type RequestHandler, type Response } from 'express';
import type { Inbound } from '../../chat';
import { activityOf, type WireActivity } from './activity';
import { isFromChannel } from './auth';
import { clouds, mayServe } from './clouds';
import type { TeamsConfig } from './config';
import type { Connectors } from './connectors';
import { isObject } from './json';
import { knownInvokes, placeIn, readActivity } from './read';
import { type Stage, type Taken, takeTurn } from './turn';
import { words } from './words';

/** What the door needs to know of the house: whether it is open, and who takes care of what is done after the answer. */
export type House = {
  readonly stage: () => Stage | undefined;
  readonly connectors: Connectors;
  readonly later: (work: Promise<void>) => void;
};

/** Reads bodies of the size that Teams sends; anything that is no JSON object is answered here. */
export const readBody: RequestHandler = json({ limit: '256kb' });

export const refuseBody: ErrorRequestHandler = (error, _request, response, _next) => {
  const isTooLarge = error instanceof Error && 'status' in error && error.status === 413;
  response.status(isTooLarge ? 413 : 400).end();
};

export const refuseMethod: RequestHandler = (_request, response) => {
  response.status(405).set('Allow', 'POST').end();
};

/** POST /api/messages: checks shape, sender and connector, runs the turn, answers once. */
export function createDoor(config: TeamsConfig, house: House): RequestHandler {
  const turns = createTurns(config, house.connectors);
  return async (request, response) => {
    const taken = await enter(config, house, turns, request).catch((error: unknown) => failed(config, error));
    answer(response, taken);
    if (taken.after !== undefined) house.later(taken.after());
  };
}

/** Not by Express's `json`, which would hash every card for an ETag that no POST needs. */
function answer(response: Response, { status, body }: Taken): void {
  response.status(status);
  if (body === undefined) response.end();
  else response.setHeader('Content-Type', 'application/json; charset=utf-8').end(JSON.stringify(body));
}

async function enter(config: TeamsConfig, house: House, turns: Turns, request: Request): Promise<Taken> {
  const body: unknown = request.body;
  const activity = activityOf(body);
  if (activity === undefined || !isActivity(body)) return { status: 400 };
  const authorization = request.headers.authorization ?? '';
  if (config.local ? !isLoopback(request) : !isFromChannel(authorization, clouds[config.cloud].issuer)) {
    return { status: config.local ? 403 : 401 };
  }
  if (!mayServe(activity.serviceUrl, config.cloud, config.local)) return { status: 403 };
  const stage = house.stage();
  if (stage === undefined) return { status: 503 };
  const result: { taken?: Taken } = {};
  try {
    await stage.adapter.take(authorization, body, async (context) => {
      result.taken = await turns(stage, activity, context).catch((error: unknown) => failed(config, error));
    });
  } catch (error) {
    if (result.taken === undefined) return refusal(config, error);
  }
  return result.taken ?? { status: 500 };
}

function failed(config: TeamsConfig, error: unknown): Taken {
  config.log('error', 'teams.turn-failed', { error: error instanceof Error ? error.name : 'unknown' });
  return { status: 500 };
}

/** Asked after the schema: the SDK's type is wider than what is checked there, and what it lacks is optional on the wire. */
const isActivity = (body: unknown): body is Activity => isObject(body) && typeof body.type === 'string';

function isLoopback(request: Request): boolean {
  const peer = request.socket.remoteAddress ?? '';
  return peer === '::1' || /^(::ffff:)?127\./.test(peer);
}

/** Why the SDK turned an activity away: its sender, or that the platform's keys could not be had just now. */
function refusal(config: TeamsConfig, error: unknown): Taken {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  const isOutage =
    (error instanceof Error && error.name === 'FetchError') || (typeof status === 'number' && status >= 500);
  config.log('warn', isOutage ? 'teams.keys-not-reached' : 'teams.not-authorized');
  return { status: isOutage ? 503 : 401 };
}

type Turns = (stage: Stage, activity: WireActivity, context: TurnContext) => Promise<Taken>;

const mostInstalls = 1000;

/** Turns by the act: a repeat that comes while its first is under way shares its answer, and an install is one act. */
function createTurns(config: TeamsConfig, connectors: Connectors): Turns {
  const underWay = new Map<string, Promise<Taken>>();
  const installs = new Set<string>();
  return async (stage, activity, context) => {
    const inbound = readActivity(activity, config.now());
    const place = placeIn(activity);
    if (inbound === undefined || place === undefined) return unread(activity);
    if (!(await config.tenantInstalled(place.tenant))) return { status: 403 };
    connectors.seen(place);
    const first = underWay.get(inbound.id);
    if (first !== undefined) return withoutAfter(await first);
    if (inbound.kind === 'installed' && !isNew(installs, inbound)) return { status: 200 };
    const turn = takeTurn({ ...stage, inbound, activity, place }, context);
    underWay.set(inbound.id, turn);
    try {
      return await turn;
    } finally {
      underWay.delete(inbound.id);
    }
  };
}

const withoutAfter = ({ status, body }: Taken): Taken => (body === undefined ? { status } : { status, body });

function isNew(installs: Set<string>, inbound: Inbound): boolean {
  if (installs.has(inbound.id)) return false;
  for (const oldest of installs) {
    if (installs.size < mostInstalls) break;
    installs.delete(oldest);
  }
  installs.add(inbound.id);
  return true;
}

/** What is nobody's act is taken and forgotten; an invoke must be answered, and says what it lacks. */
function unread(activity: WireActivity): Taken {
  if (activity.type !== 'invoke') return { status: 200 };
  if (!knownInvokes.has(activity.name ?? '')) return { status: 501 };
  const value = { code: 'BadRequest', message: words.tryAgain };
  return { status: 400, body: { statusCode: 400, type: 'application/vnd.microsoft.error', value } };
}
