import type { Reply } from '../../src/chat';
import { type Act, type DataClass, type Scope, visibility } from '../../src/mentoring';
import { noRoad, notBuilt, type Probe, probes, type Secret } from './probes';
import { type Actor, actors, columnOf, openWorld, type Pair, type World } from './world';

const acts: readonly Act[] = ['read', 'list', 'write'];
const classes = Object.keys(visibility).filter((name): name is DataClass => name in visibility);
const partial: ReadonlySet<Scope> = new Set<Scope>(['meta', 'count', 'figures']);

/** The widest scope of a cell that holds in this world, where nobody has opened anything, and concerns were handed to one. */
const scopeOf = (data: DataClass, actor: Actor, act: Act): Scope | undefined =>
  visibility[data][columnOf(actor, data)][act]?.find(
    (scope) => scope !== 'opened' && (scope !== 'handed' || actor.handles === true),
  );

type Cell = { readonly data: DataClass; readonly act: Act; readonly actor: Actor; readonly scope: Scope | undefined };

/** Another mentor has an entry of her own, and no way to name somebody else's. */
const actsOnHerOwn = ({ user }: Actor, data: DataClass, act: Act): boolean =>
  user === 'leo' && data === 'directory-card' && act === 'write';

const cells: readonly Cell[] = classes
  .filter((data) => !notBuilt.includes(data))
  .flatMap((data) =>
    acts.flatMap((act) =>
      actors
        .filter((actor) => !actsOnHerOwn(actor, data, act))
        .map((actor) => {
          const cannot = data === 'topic-figures' && act === 'write' && actor.turns === false;
          return { data, act, actor, scope: cannot ? undefined : scopeOf(data, actor, act) };
        }),
    ),
  );

const isFull = ({ scope }: Cell): boolean => scope !== undefined && !partial.has(scope);
const roadless = ({ data, act, actor }: Cell): boolean => `${data} ${columnOf(actor, data)} ${act}` in noRoad;
/** Whether this secret is one that the cell opens: all of them, or those that the actor wrote herself. */
const isOpenTo = (cell: Cell, { writer }: Secret): boolean =>
  isFull(cell) && (cell.scope !== 'own' || writer === undefined || writer === cell.actor.column);

/** What tells in a list that the thing exists, and whether it must be told to this actor. */
function existence(
  cell: Cell,
  probe: Probe,
  pair: Pair,
): { readonly shows: RegExp; readonly expected: boolean } | undefined {
  if (isFull(cell)) return roadless(cell) || !probe.listed ? undefined : { shows: probe.listed(pair), expected: true };
  return probe.known && { shows: probe.known(pair), expected: cell.scope === 'meta' };
}

const isRefusal = (reply: Reply): boolean =>
  reply.kind === 'choices'
    ? reply.options.length === 0
    : reply.kind === 'card' && /^(refused-|no-mentor-entry)/.test(reply.card.name);

describe('the table of who may see and do what', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    // A coordinator has looked, so that there is somebody who looked.
    await world.hear('nora', 'overview');
    await world.hear('olga', 'overview');
  }, 300_000);
  afterAll(async () => {
    const denied = cells.filter((cell) => !isFull(cell)).length;
    process.stdout.write(
      `rights: ${cells.length} cells tried (${cells.length - denied} allowed, ${denied} denied or less than the thing), ${noRoadTried} without a road yet, ${notBuilt.length} classes not built\n`,
    );
    await world.close();
  }, 60_000);

  const noRoadTried = cells.filter((cell) => isFull(cell) && roadless(cell)).length;

  it('has a probe for every class that is built, and says which are not', () => {
    const without = classes.filter((data) => probes[data] === undefined);
    expect(without).toEqual(notBuilt);
    const known = new Set(
      cells.filter(isFull).map(({ data, actor, act }) => `${data} ${columnOf(actor, data)} ${act}`),
    );
    expect(Object.keys(noRoad).filter((cell) => !known.has(cell))).toEqual([]);
  });

  it.each(
    cells.map((cell) => ({
      ...cell,
      title: `${cell.data}: ${cell.actor.who}, ${cell.act}, ${cell.scope ?? 'nothing'}`,
    })),
  )(
    '$title',
    async (cell) => {
      const probe = probes[cell.data];
      if (!probe) throw new Error(`There is no probe for ${cell.data}.`);
      const pair = cell.actor.pair === 'A' ? world.a : world.b;
      const before = await world.rows(probe.rows);
      const replies: Reply[][] = [];
      for (const road of probe[cell.act]) replies.push([...(await road(world, cell.actor.user, pair))]);
      const text = JSON.stringify(replies);
      const secrets = probe.secrets(pair);
      const open = secrets.filter((secret) => isOpenTo(cell, secret));
      const shown = (each: readonly Secret[]) => each.filter(({ shows }) => shows.test(text));
      expect({ leaks: shown(secrets.filter((secret) => !open.includes(secret))) }).toEqual({ leaks: [] });
      if (cell.act === 'read' && !roadless(cell)) expect(shown(open)).toEqual(open);
      const exists = cell.act === 'list' ? existence(cell, probe, pair) : undefined;
      if (exists) expect({ exists: exists.shows.test(text) }).toEqual({ exists: exists.expected });
      if (cell.act === 'write') {
        const refused = replies.map((each) => each.every(isRefusal));
        expect(refused).toEqual(replies.map(() => !isFull(cell) || roadless(cell)));
        if (!isFull(cell)) expect(await world.rows(probe.rows)).toEqual(before);
      }
    },
    60_000,
  );
});
