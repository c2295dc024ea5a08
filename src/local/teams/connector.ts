import type { Answer } from '../answer';
import { isRecord, type Json, recordsAt, textAt } from '../json';
import { contentOf, refusal } from './activity';
import { group, type TeamsMessage } from './rooms';
import { addressOf, type TeamsUser, type TeamsWorld } from './world';

const unknownConversation = (): Answer => refusal(404, 'ConversationNotFound', 'Conversation not found.');
const unknownActivity = (): Answer => refusal(404, 'ActivityNotFound', 'Activity not found.');

/** The answer about somebody who has blocked the bot or removed it. */
export const blocked = (): Answer => ({
  status: 403,
  body: {
    error: {
      code: 'ConversationBlockedByUser',
      message: 'User blocked the conversation with the bot.',
      innerHttpError: { statusCode: 403, body: { errorCode: 209, message: '{"subCode":"MessageWritesBlocked"}' } },
    },
    errorCode: 209,
    subCode: 'MessageWritesBlocked',
  },
  fault: 'MessageWritesBlocked',
});

export async function createConversation(body: Json, world: TeamsWorld): Promise<Answer> {
  const [member, ...others] = recordsAt(body, 'members');
  if (!member || others.length > 0 || body.isGroup === true)
    return refusal(400, 'BadArgument', 'A conversation with the bot has exactly one member.');
  const tenant =
    textAt(body, 'tenantId') ??
    (isRecord(body.channelData) && isRecord(body.channelData.tenant) ? body.channelData.tenant.id : undefined);
  if (tenant !== world.tenantId) return refusal(400, 'BadSyntax', 'The tenant id is missing or another.');
  const person = await world.directory.find(textAt(member, 'id') ?? '');
  if (!person) return refusal(403, 'Forbidden', 'The bot is not installed for this person.');
  const id = world.rooms.personal(person.id);
  return { status: 201, body: { id, serviceUrl: world.serviceUrlOf(person.id) ?? world.base() } };
}

export function postActivity(conversation: string, body: Json, world: TeamsWorld): Answer {
  const { rooms } = world;
  if (!rooms.exists(conversation)) return unknownConversation();
  if (rooms.isBlocked(conversation)) return blocked();
  const person = rooms.personIn(conversation);
  if (body.type === 'typing') {
    rooms.typing(conversation);
    world.changed(person);
    return { status: 201, body: { id: '' } };
  }
  if (body.type !== 'message')
    return refusal(400, 'BadSyntax', `Activities of type ${String(body.type)} are not used here.`);
  const read = contentOf(body, 'new');
  if (!read.ok) return read.answer;
  const { id } = rooms.add({ conversation, from: 'bot', ...read.content });
  world.changed(person);
  return { status: 201, body: { id } };
}

/** The bot's message, or the answer when there is none. */
function own(conversation: string, activity: string, world: TeamsWorld): TeamsMessage | { readonly answer: Answer } {
  if (!world.rooms.exists(conversation)) return { answer: unknownConversation() };
  if (world.rooms.isBlocked(conversation)) return { answer: blocked() };
  const message = world.rooms.find(conversation, activity);
  if (!message) return { answer: unknownActivity() };
  return message.from === 'bot' ? message : { answer: refusal(403, 'Forbidden', 'This is not a message of the bot.') };
}

export function putActivity(conversation: string, activity: string, body: Json, world: TeamsWorld): Answer {
  const message = own(conversation, activity, world);
  if ('answer' in message) return message.answer;
  const read = contentOf(body, 'update');
  if (!read.ok) return read.answer;
  world.rooms.change(message, read.content);
  world.changed(world.rooms.personIn(conversation));
  return { status: 200, body: { id: activity } };
}

export function deleteActivity(conversation: string, activity: string, world: TeamsWorld): Answer {
  const message = own(conversation, activity, world);
  if ('answer' in message) return message.answer;
  world.rooms.remove(message);
  world.changed(world.rooms.personIn(conversation));
  return { status: 200 };
}

const account = (user: TeamsUser, world: TeamsWorld): Json => ({
  id: addressOf(user.id),
  aadObjectId: user.id,
  objectId: user.id,
  name: user.name,
  tenantId: world.tenantId,
  userRole: 'user',
  ...(user.email && { email: user.email, userPrincipalName: user.email }),
});

async function membersOf(conversation: string, world: TeamsWorld): Promise<readonly TeamsUser[]> {
  if (conversation === group) return world.directory.all();
  const person = await world.directory.find(world.rooms.personIn(conversation) ?? '');
  return person ? [person] : [];
}

export async function members(conversation: string, world: TeamsWorld): Promise<Answer> {
  if (!world.rooms.exists(conversation)) return unknownConversation();
  return { status: 200, body: (await membersOf(conversation, world)).map((user) => account(user, world)) };
}

export async function pagedMembers(conversation: string, world: TeamsWorld): Promise<Answer> {
  const all = await members(conversation, world);
  return all.status === 200 ? { status: 200, body: { members: all.body } } : all;
}

export async function member(conversation: string, id: string, world: TeamsWorld): Promise<Answer> {
  if (!world.rooms.exists(conversation)) return unknownConversation();
  const user = await world.directory.find(id);
  const inside = user && (await membersOf(conversation, world)).some((other) => other.id === user.id);
  if (!inside) return refusal(404, 'MemberNotFoundInConversation', 'Member not found in conversation.');
  return { status: 200, body: account(user, world) };
}
