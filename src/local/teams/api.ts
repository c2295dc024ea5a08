import express, { type Request, type Response, Router } from 'express';
import { type Answer, answerUnder, type FaultWords } from '../answer';
import { isRecord, type Json, recordsAt, textAt } from '../json';
import { refusal } from './activity';
import * as connector from './connector';
import type { TeamsWorld } from './world';

const faultWords: FaultWords = {
  status: (status) => ({
    error: { code: status === 404 ? 'ConversationNotFound' : 'ServiceError', message: `HTTP ${status}` },
  }),
  refusal: (code) => refusal(403, code, code),
  blocked: connector.blocked,
};

type Route = {
  readonly verb: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  /** The name of the method, for the log and for faults. */
  readonly what: string;
  readonly answer: (request: Request, body: Json, world: TeamsWorld) => Answer | Promise<Answer>;
};

const conversationIn = (request: Request): string => String(request.params.conversation);
const activityIn = (request: Request): string => String(request.params.activity);

const routes: readonly Route[] = [
  {
    verb: 'post',
    path: '/v3/conversations',
    what: 'createConversation',
    answer: (_request, body, world) => connector.createConversation(body, world),
  },
  {
    verb: 'post',
    path: '/v3/conversations/:conversation/activities',
    what: 'send',
    answer: (request, body, world) => connector.postActivity(conversationIn(request), body, world),
  },
  {
    verb: 'post',
    path: '/v3/conversations/:conversation/activities/:activity',
    what: 'send',
    answer: (request, body, world) => connector.postActivity(conversationIn(request), body, world),
  },
  {
    verb: 'put',
    path: '/v3/conversations/:conversation/activities/:activity',
    what: 'update',
    answer: (request, body, world) => connector.putActivity(conversationIn(request), activityIn(request), body, world),
  },
  {
    verb: 'delete',
    path: '/v3/conversations/:conversation/activities/:activity',
    what: 'delete',
    answer: (request, _body, world) => connector.deleteActivity(conversationIn(request), activityIn(request), world),
  },
  {
    verb: 'get',
    path: '/v3/conversations/:conversation/members',
    what: 'members',
    answer: (request, _body, world) => connector.members(conversationIn(request), world),
  },
  {
    verb: 'get',
    path: '/v3/conversations/:conversation/pagedmembers',
    what: 'members',
    answer: (request, _body, world) => connector.pagedMembers(conversationIn(request), world),
  },
  {
    verb: 'get',
    path: '/v3/conversations/:conversation/members/:member',
    what: 'member',
    answer: (request, _body, world) => connector.member(conversationIn(request), String(request.params.member), world),
  },
];

/** Whom a call is about: its conversation, or the person for whom one is to be made. */
const about = (request: Request, body: Json): string | undefined =>
  typeof request.params.conversation === 'string'
    ? request.params.conversation
    : textAt(recordsAt(body, 'members')[0] ?? {}, 'id');

async function serve(route: Route, request: Request, response: Response, world: TeamsWorld): Promise<void> {
  const raw: unknown = request.body;
  const body = isRecord(raw) ? raw : {};
  const conversation = about(request, body);
  const place = conversation === undefined ? {} : { conversation };
  const end = world.log.begin({ platform: 'teams', direction: 'fromBot', what: route.what, body, ...place });
  const work = async (): Promise<Answer> => route.answer(request, body, world);
  const told = { res: response, words: faultWords, wait: world.faults.wait };
  end(await answerUnder(world.faults.meet({ method: route.what, conversation }), work, told));
}

/** The connector's REST API under /v3. */
export function teamsRouter(world: TeamsWorld): Router {
  const router = Router();
  router.use(express.json({ limit: '1mb' }));
  for (const route of routes)
    router[route.verb](route.path, (request: Request, response: Response) => serve(route, request, response, world));
  router.use('/v3', (request: Request, response: Response) => {
    world.trouble({
      says: `The bot called ${request.method} ${request.originalUrl}, which the Teams stand-in does not have.`,
    });
    response.status(404).json({ error: { code: 'NotFound', message: 'No such method.' } });
  });
  return router;
}
