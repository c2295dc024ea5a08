import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import { given, serve } from './serve';

type Replies = { readonly invoke: object; readonly card: object };

const hasReplies = (message: unknown): message is Replies =>
  typeof message === 'object' && message !== null && 'invoke' in message && 'card' in message;

async function jsonOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}

/** What the adapter needs of a response beyond Node's own. */
const asItExpects = (response: ServerResponse) =>
  Object.assign(response, {
    header: (name: string, value: string) => response.setHeader(name, value),
    status: (code: number) => {
      response.statusCode = code;
      return response;
    },
    send: (body: unknown) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(body));
      return response;
    },
  });

/** The SDK's adapter on Node's own server, without sign-in: an invoke and a message, each answered with a ready card. */
async function main(): Promise<void> {
  const replies = await given();
  if (!hasReplies(replies)) throw new Error('There is nothing to reply.');
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({ MicrosoftAppId: '' }));
  const message: Partial<Activity> = {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: replies.card }],
  };
  const invokeResponse: Partial<Activity> = { type: 'invokeResponse', value: { status: 200, body: replies.invoke } };
  const logic = async (context: TurnContext): Promise<void> => {
    await context.sendActivity(context.activity.type === 'invoke' ? invokeResponse : message);
  };
  const listener: RequestListener = async (request, response) => {
    const body = await jsonOf(request);
    const asked = { body, headers: request.headers, method: request.method ?? '' };
    await adapter.process(asked, asItExpects(response), logic);
  };
  await serve(listener);
}

void main();
