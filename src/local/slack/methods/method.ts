import type { Json } from '../../json';
import type { Refusal } from '../limits/findings';
import type { SlackWorld } from '../world';

/** The answer of a Web API method: `ok` and what belongs to it. */
export type Answered = Json & { readonly ok: boolean };
export type Method = (args: Json, world: SlackWorld) => Answered | Promise<Answered>;

export const no = (error: string, messages: readonly string[] = []): Answered => ({
  ok: false,
  error,
  ...(messages.length > 0 && { errors: messages, response_metadata: { messages } }),
});

export const refused = ({ error, messages }: Refusal): Answered => no(error, messages);
