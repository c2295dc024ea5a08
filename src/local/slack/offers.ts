import { type Json, recordsAt } from '../json';

/** The options that the bot has offered in search fields, by view and block, so that one of them can be chosen. */
export type Offers = {
  readonly add: (view: string, block: string, answer: Json) => readonly Json[];
  readonly of: (view: string, block: string) => readonly Json[];
};

export function createOffers(): Offers {
  const offered = new Map<string, readonly Json[]>();
  const of = (view: string, block: string): readonly Json[] => offered.get(`${view}/${block}`) ?? [];
  return {
    of,
    add: (view, block, answer) => {
      const fresh = [
        ...recordsAt(answer, 'options'),
        ...recordsAt(answer, 'option_groups').flatMap((group) => recordsAt(group, 'options')),
      ];
      offered.set(`${view}/${block}`, [...fresh, ...of(view, block)]);
      return fresh;
    },
  };
}
