import type { Handed } from '../handed';
import { isRecord, type Json, recordAt, recordsAt, textAt } from '../json';
import * as activities from './activities';
import { inputsOf } from './cardParts';
import type { Typed } from './inputs';
import type { TeamsMessage } from './rooms';
import type { TeamsUser, TeamsWorld } from './world';

/** Choices that the bot offers while somebody types into a search field of a card (Data.Query). */
export type TeamsSearch = {
  readonly ask: (user: TeamsUser, message: TeamsMessage, input: string, text: string) => Promise<readonly Json[]>;
  /** Asks for every search field whose entry the bot has not offered yet, as a person would before sending. */
  readonly settle: (user: TeamsUser, message: TeamsMessage, typed: Typed) => Promise<void>;
  /** All that has been offered at an input of this message. */
  readonly offered: (message: TeamsMessage, input: string) => readonly Json[];
};

type Send = (what: string, activity: Json, user?: string) => Promise<Handed>;

const key = (message: TeamsMessage, input: string): string => `${message.id}/${input}`;

export function createTeamsSearch(world: TeamsWorld, send: Send): TeamsSearch {
  const known = new Map<string, readonly Json[]>();
  const offered = (message: TeamsMessage, input: string): readonly Json[] => known.get(key(message, input)) ?? [];

  const ask: TeamsSearch['ask'] = async (user, message, id, text) => {
    const input = inputsOf(message.card ?? {}).find((one) => one.id === id);
    const dataset = input && textAt(recordAt(input, 'choices.data'), 'dataset');
    if (dataset === undefined) return [];
    const place = { conversation: message.conversation, on: message.id };
    const handed = await send('search', activities.search(user, place, dataset, text, world), user.id);
    const found = handed.ok && isRecord(handed.body) ? recordsAt(recordAt(handed.body, 'value'), 'results') : [];
    known.set(key(message, id), [...found, ...offered(message, id)]);
    return found;
  };

  return {
    ask,
    offered,
    settle: async (user, message, typed) => {
      for (const input of inputsOf(message.card ?? {})) {
        const id = textAt(input, 'id') ?? '';
        const wanted = typed[id];
        if (typeof wanted !== 'string' || wanted === '' || input['choices.data'] === undefined) continue;
        const all = [...recordsAt(input, 'choices'), ...offered(message, id)];
        if (!all.some((one) => one.value === wanted || one.title === wanted)) await ask(user, message, id, wanted);
      }
    },
  };
}
