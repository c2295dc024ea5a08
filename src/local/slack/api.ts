import express, { type Request, type Response, Router } from 'express';
import { type Answer, answerUnder, type FaultWords } from '../answer';
import { isRecord, type Json, recordsAt, textAt } from '../json';
import { argumentsOf, tokenOf } from './arguments';
import { methods, scopeOf } from './methods';
import { no } from './methods/method';
import { createOAuth, type OAuth } from './oauth';
import { respond } from './respond';
import type { SlackWorld } from './world';

const faultWords: FaultWords = {
  status: (status) => ({ ok: false, error: status === 429 ? 'ratelimited' : 'internal_error' }),
  refusal: (code) => ({ status: 200, body: no(code) }),
  blocked: () => ({ status: 200, body: no('channel_not_found') }),
};

async function work(method: string, args: Json, token: string | undefined, world: SlackWorld): Promise<Answer> {
  const run = methods.get(method);
  if (!run) {
    world.trouble({ says: `The bot called ${method}, which the Slack stand-in does not have.` });
    return { status: 200, body: no('unknown_method'), fault: 'unknown method' };
  }
  if (token === undefined) return { status: 200, body: no('not_authed'), fault: 'no token' };
  if (token !== world.botToken) return { status: 200, body: no('invalid_auth'), fault: 'unknown token' };
  const needed = scopeOf.get(method);
  if (needed !== undefined && !world.scopes.includes(needed)) {
    const body = { ...no('missing_scope'), needed, provided: world.scopes.join(',') };
    return { status: 200, body, fault: `missing_scope ${needed}` };
  }
  const body = await run(args, world);
  if (body.ok) return { status: 200, body };
  const why = [String(body.error), ...(Array.isArray(body.errors) ? body.errors : [])].join(' ');
  return { status: 200, body, fault: why };
}

/** What is secret in a call stands in no log. */
const secrets = new Set(['token', 'client_secret', 'code', 'access_token']);
const withoutSecrets = (args: Json): Json =>
  Object.fromEntries(Object.entries(args).filter(([name]) => !secrets.has(name)));

/** The one method that is called before there is a token. */
async function install(request: Request, response: Response, world: SlackWorld, oauth: OAuth): Promise<void> {
  const args = argumentsOf(request);
  const what = 'oauth.v2.access';
  const end = world.log.begin({ platform: 'slack', direction: 'fromBot', what, body: withoutSecrets(args) });
  const told = { res: response, words: faultWords, wait: world.faults.wait };
  const answer = async (): Promise<Answer> => ({ status: 200, body: oauth.exchange(args) });
  const ended = await answerUnder(world.faults.meet({ method: what }), answer, told);
  end({ ...ended, ...(isRecord(ended.answer) && { answer: withoutSecrets(ended.answer) }) });
}

const blockTypes = (args: Json): readonly string[] => recordsAt(args, 'blocks').map(({ type }) => String(type));

async function call(request: Request, response: Response, world: SlackWorld): Promise<void> {
  const method = String(request.params.method);
  const args = argumentsOf(request);
  const token = tokenOf(request, args);
  const conversation = textAt(args, 'channel') ?? textAt(args, 'user_id') ?? textAt(args, 'users');
  const end = world.log.begin({
    platform: 'slack',
    direction: 'fromBot',
    what: method,
    body: withoutSecrets(args),
    ...(conversation !== undefined && { conversation }),
  });
  const told = { res: response, words: faultWords, wait: world.faults.wait };
  const met = world.faults.meet({ method, conversation, blocks: blockTypes(args) });
  end(await answerUnder(met, () => work(method, args, token, world), told));
}

async function answerUrl(request: Request, response: Response, world: SlackWorld): Promise<void> {
  const args = argumentsOf(request);
  const end = world.log.begin({ platform: 'slack', direction: 'fromBot', what: 'response_url', body: args });
  const told = { res: response, words: faultWords, wait: world.faults.wait };
  const id = String(request.params.id);
  end(await answerUnder(world.faults.meet({ method: 'response_url' }), () => respond(id, args, world), told));
}

/** The Web API under /api, the response URLs under /response, and the page that allows an installation. */
export function slackRouter(world: SlackWorld): Router {
  const router = Router();
  router.use(express.urlencoded({ extended: false, limit: '1mb' }), express.json({ limit: '1mb' }));
  const oauth = createOAuth(world);
  router.get('/oauth/v2/authorize', oauth.authorize);
  router.post('/api/oauth.v2.access', (request, response) => install(request, response, world, oauth));
  router.post('/api/:method', (request, response) => call(request, response, world));
  router.post('/response/:id', (request, response) => answerUrl(request, response, world));
  return router;
}
