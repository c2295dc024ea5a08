import type { Json } from '../json';

/** A view that is open (modal) or published (home). `shown` is what the bot sent. */
export type SlackView = {
  readonly id: string;
  readonly hash: string;
  readonly user: string;
  readonly root: string;
  readonly previous?: string;
  readonly shown: Json;
  /** What the client shows at the fields after a refused submit, by block id. */
  readonly errors: Readonly<Record<string, string>>;
};

export type Views = {
  readonly open: (user: string, shown: Json) => SlackView;
  /** Lays a view on the open one; undefined when three lie there already or none is open. */
  readonly push: (user: string, shown: Json) => SlackView | undefined;
  readonly replace: (view: SlackView, shown: Json) => SlackView;
  readonly complain: (view: SlackView, errors: Readonly<Record<string, string>>) => void;
  /** Takes the uppermost view away, or the whole stack. */
  readonly close: (user: string, how: 'uppermost' | 'all') => void;
  readonly publish: (user: string, shown: Json) => SlackView;
  readonly openOf: (user: string) => SlackView | undefined;
  readonly homeOf: (user: string) => SlackView | undefined;
  readonly byId: (id: string) => SlackView | undefined;
  readonly byExternalId: (id: string) => SlackView | undefined;
};

const deepest = 3;

/** Modals, as a stack for each person, and Home views. */
export function createViews(ids: () => string): Views {
  const stacks = new Map<string, readonly SlackView[]>();
  const homes = new Map<string, SlackView>();
  let count = 0;
  const name = (kind: string): string => {
    count += 1;
    return `${kind}${count}${ids().toUpperCase()}`;
  };
  const stackOf = (user: string): readonly SlackView[] => stacks.get(user) ?? [];
  const made = (user: string, shown: Json, below?: SlackView): SlackView => {
    const id = name('V');
    return {
      id,
      hash: name('h'),
      user,
      shown,
      errors: {},
      root: below?.root ?? id,
      ...(below && { previous: below.id }),
    };
  };
  const everyView = (): readonly SlackView[] => [...[...stacks.values()].flat(), ...homes.values()];
  const put = (view: SlackView): void => {
    if (homes.get(view.user)?.id === view.id) homes.set(view.user, view);
    stacks.set(
      view.user,
      stackOf(view.user).map((other) => (other.id === view.id ? view : other)),
    );
  };

  return {
    open: (user, shown) => {
      const view = made(user, shown);
      stacks.set(user, [view]);
      return view;
    },
    push: (user, shown) => {
      const below = stackOf(user).at(-1);
      if (!below || stackOf(user).length >= deepest) return undefined;
      const view = made(user, shown, below);
      stacks.set(user, [...stackOf(user), view]);
      return view;
    },
    replace: (view, shown) => {
      const replaced = { ...view, shown, hash: name('h'), errors: {} };
      put(replaced);
      return replaced;
    },
    complain: (view, errors) => put({ ...view, errors }),
    close: (user, how) => {
      stacks.set(user, how === 'all' ? [] : stackOf(user).slice(0, -1));
    },
    publish: (user, shown) => {
      const before = homes.get(user);
      const view = before ? { ...before, shown, hash: name('h') } : made(user, shown);
      homes.set(user, view);
      return view;
    },
    openOf: (user) => stackOf(user).at(-1),
    homeOf: (user) => homes.get(user),
    byId: (id) => everyView().find((view) => view.id === id),
    byExternalId: (id) => everyView().find((view) => view.shown.external_id === id),
  };
}
