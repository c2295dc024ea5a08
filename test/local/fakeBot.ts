import { createHmac, timingSafeEqual } from 'node:crypto';
import express, { type Request, type Response, Router } from 'express';
import { isRecord, type Json, recordAt, recordsAt, textAt } from '../../src/local/json';
import { answerCard, askForm, home, mentors, requestCard } from './sampleBlocks';

type Setting = {
  readonly secret: string;
  readonly token: string;
  readonly slackApi: () => string;
  readonly now: () => number;
};
export type FakeBot = {
  readonly router: Router;
  /** Bodies that arrived with a good signature, and how often one did not. */
  readonly heard: Json[];
  readonly forged: () => number;
  readonly slack: (method: string, body: Json) => Promise<Json>;
  readonly teams: (verb: string, url: string, body?: Json) => Promise<globalThis.Response>;
  /** What the next submit is answered with. */
  answerToSubmit: unknown;
  /** What the next call of a dialog is answered with; nothing closes it. */
  answerToTask: Json | undefined;
};

const read = async (response: globalThis.Response): Promise<Json> => {
  const body: unknown = await response.json();
  return isRecord(body) ? body : {};
};

/** A tiny bot that checks Slack's signature itself and answers with samples. */
export function createFakeBot({ secret, token, slackApi, now }: Setting): FakeBot {
  const router = Router();
  let forged = 0;
  const heard: Json[] = [];

  const slack = async (method: string, body: Json): Promise<Json> => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    return read(await fetch(`${slackApi()}${method}`, { method: 'POST', headers, body: JSON.stringify(body) }));
  };
  const teams = (verb: string, url: string, body?: Json): Promise<globalThis.Response> =>
    fetch(url, {
      method: verb,
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
  const bot: FakeBot = {
    router,
    heard,
    forged: () => forged,
    slack,
    teams,
    answerToSubmit: undefined,
    answerToTask: undefined,
  };

  const isSigned = (request: Request, raw: string): boolean => {
    const at = request.get('x-slack-request-timestamp') ?? '';
    const given = Buffer.from(request.get('x-slack-signature') ?? '');
    const wanted = Buffer.from(`v0=${createHmac('sha256', secret).update(`v0:${at}:${raw}`).digest('hex')}`);
    return (
      Math.abs(now() / 1000 - Number(at)) < 300 && given.length === wanted.length && timingSafeEqual(given, wanted)
    );
  };

  const onAction = async (payload: Json, response: Response): Promise<void> => {
    response.end();
    const [action] = recordsAt(payload, 'actions');
    if (String(action?.action_id).startsWith('ask'))
      await slack('views.open', { trigger_id: payload.trigger_id, view: askForm });
    else if (typeof payload.response_url === 'string')
      await fetch(payload.response_url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          text: `You pressed ${action?.action_id}`,
          replace_original: action?.action_id === 'withdraw',
        }),
      });
  };

  const onInteraction = async (payload: Json, response: Response): Promise<unknown> => {
    switch (payload.type) {
      case 'block_actions':
        return onAction(payload, response);
      case 'view_submission':
        return bot.answerToSubmit === undefined ? response.end() : response.json(bot.answerToSubmit);
      case 'block_suggestion':
        return response.json({
          options: [{ text: { type: 'plain_text', text: `Found ${payload.value}` }, value: `id-${payload.value}` }],
        });
      default:
        return response.end();
    }
  };

  const onEvent = async (event: Json, response: Response): Promise<void> => {
    response.end();
    if (event.type === 'message')
      await slack('chat.postMessage', { channel: event.channel, text: 'Mentors', blocks: mentors });
    if (event.type === 'app_home_opened') await slack('views.publish', { user_id: event.user, view: home });
  };

  router.post('/slack/events', express.text({ type: () => true }), async (request: Request, response: Response) => {
    const raw = String(request.body);
    if (!isSigned(request, raw)) {
      forged += 1;
      response.status(401).end();
      return;
    }
    const isEvent = request.is('application/json') !== false;
    const form = new URLSearchParams(raw);
    const body: unknown = JSON.parse(isEvent ? raw : (form.get('payload') ?? JSON.stringify(Object.fromEntries(form))));
    if (!isRecord(body)) return;
    heard.push({ ...body, retry: request.get('x-slack-retry-num') });
    if (isEvent) await onEvent(recordAt(body, 'event'), response);
    else if (form.has('payload')) await onInteraction(body, response);
    else response.json({ response_type: 'ephemeral', text: `You said ${body.text}`, blocks: mentors });
  });

  router.post('/api/messages', express.json(), async (request: Request, response: Response) => {
    const activity: Json = isRecord(request.body) ? request.body : {};
    heard.push(activity);
    if (activity.name === 'application/search') {
      const results = [{ title: `Found ${recordAt(activity, 'value').queryText}`, value: 'p-1' }];
      response.json({ statusCode: 200, type: 'application/vnd.microsoft.search.searchResponse', value: { results } });
      return;
    }
    if (String(activity.name).startsWith('task/')) {
      response.send(bot.answerToTask);
      return;
    }
    if (activity.type === 'invoke') {
      const data = recordAt(recordAt(recordAt(activity, 'value'), 'action'), 'data');
      const value = answerCard(`Done: ${data.t} ${data.way ?? ''}`.trim());
      response.json({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value });
      return;
    }
    const conversation = textAt(recordAt(activity, 'conversation'), 'id') ?? '';
    const url = `${activity.serviceUrl}/v3/conversations/${encodeURIComponent(conversation)}/activities`;
    if (activity.type === 'message' && activity.text !== undefined) {
      const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: requestCard }];
      await teams('POST', url, { type: 'typing' });
      await teams('POST', url, { type: 'message', summary: 'A request', attachments });
    } else if (activity.type === 'installationUpdate') await teams('POST', url, { type: 'message', text: 'Welcome!' });
    response.end();
  });
  return bot;
}
