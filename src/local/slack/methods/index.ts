import * as chat from './chat';
import * as conversations from './conversations';
import type { Method } from './method';
import * as users from './users';
import * as views from './views';

/** The Web API methods that the bot may call. Any other is refused and noted as trouble. */
export const methods: ReadonlyMap<string, Method> = new Map([
  ['auth.test', users.authTest],
  ['chat.postMessage', chat.postMessage],
  ['chat.postEphemeral', chat.postEphemeral],
  ['chat.update', chat.update],
  ['chat.delete', chat.remove],
  ['conversations.open', conversations.open],
  ['conversations.history', conversations.history],
  ['conversations.info', conversations.info],
  ['users.info', users.info],
  ['views.open', views.open],
  ['views.update', views.update],
  ['views.publish', views.publish],
]);

/** The scope that a method needs; the others come with every token. */
export const scopeOf: ReadonlyMap<string, string> = new Map([
  ['chat.postMessage', 'chat:write'],
  ['chat.postEphemeral', 'chat:write'],
  ['chat.update', 'chat:write'],
  ['chat.delete', 'chat:write'],
  ['conversations.open', 'im:write'],
  ['conversations.history', 'im:history'],
  ['users.info', 'users:read'],
]);
