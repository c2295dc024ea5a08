import type { Handed } from '../handed';
import { isRecord, type Json, recordAt, recordsAt, textAt } from '../json';
import * as activities from './activities';
import { inputsOf } from './cardParts';
import type { Typed } from './inputs';
import type { Surface } from './surface';
import type { TeamsUser, TeamsWorld } from './world';

/** Choices that the bot offers while somebody types into a search field of a card (Data.Query). */
export type TeamsSearch = {
  readonly ask: (user: TeamsUser, surface: Surface, input: string, text: string) => Promise<readonly Json[]>;
  /** Asks for every search field whose entry the bot has not offered yet, as a person would before sending. */
  readonly settle: (user: TeamsUser, surface: Surface, typed: Typed) => Promise<void>;
  /** All that has been offered at an input of this surface. */
  readonly offered: (surface: Surface, input: string) => readonly Json[];
};

type Send = (what: string, activity: Json, user?: string) => Promise<Handed>;

const key = (surface: Surface, input: string): string => `${surface.id}/${input}`;

export function createTeamsSearch(world: TeamsWorld, send: Send): TeamsSearch {
  const known = new Map<string, readonly Json[]>();
  const offered = (surface: Surface, input: string): readonly Json[] => known.get(key(surface, input)) ?? [];

  const ask: TeamsSearch['ask'] = async (user, surface, id, text) => {
    const input = inputsOf(surface.card).find((one) => one.id === id);
    const dataset = input && textAt(recordAt(input, 'choices.data'), 'dataset');
    if (dataset === undefined) return [];
    const handed = await send('search', activities.search(user, surface, dataset, text, world), user.id);
    const found = handed.ok && isRecord(handed.body) ? recordsAt(recordAt(handed.body, 'value'), 'results') : [];
    known.set(key(surface, id), [...found, ...offered(surface, id)]);
    return found;
  };

  return {
    ask,
    offered,
    settle: async (user, surface, typed) => {
      for (const input of inputsOf(surface.card)) {
        const id = textAt(input, 'id') ?? '';
        const wanted = typed[id];
        if (typeof wanted !== 'string' || wanted === '' || input['choices.data'] === undefined) continue;
        const all = [...recordsAt(input, 'choices'), ...offered(surface, id)];
        if (!all.some((one) => one.value === wanted || one.title === wanted)) await ask(user, surface, id, wanted);
      }
    },
  };
}
