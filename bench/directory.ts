import { bestOffersSql, candidatesSql, type Store, type Tx } from '../src/store';
import { KeepingClient, kept } from '../src/store/kept';
import { seeded } from './random';
import { report } from './report';
import { medianRatio, middle, type Pair, quantile } from './rounds';
import { organizationId } from './seed';

const fiveBest = kept('best-five', bestOffersSql(5));

/** Where the reading of fifty starts, as the finds of a topic start in turn. */
const anyStart = (random: () => number): string =>
  `${Math.floor(random() * 0x1_0000_0000)
    .toString(16)
    .padStart(8, '0')}-0000-0000-0000-000000000000`;

const rounds = 7;
const repeats = 300;
const perTransaction = 50;

/** Milliseconds of each statement. */
type Times = { readonly one: number[]; readonly five: number[]; readonly fifty: number[] };
type Read = (text: string, values?: unknown[]) => Promise<unknown>;
type Ask = (times: Times, read: Read) => Promise<void>;

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = process.hrtime.bigint();
  await run();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** Asks `select 1` and the two reads in turn, on topics drawn evenly. */
const asking =
  (topicIds: readonly string[], random: () => number): Ask =>
  async (times, read) => {
    for (let each = 0; each < perTransaction; each += 1) {
      const topic = topicIds[Math.floor(random() * topicIds.length)] ?? '';
      times.one.push(await timed(() => read('select 1')));
      times.five.push(await timed(() => read(fiveBest, [organizationId, topic])));
      times.one.push(await timed(() => read('select 1')));
      times.fifty.push(await timed(() => read(candidatesSql, [organizationId, topic, anyStart(random)])));
    }
  };

async function byBarePg(url: string, work: (read: Read) => Promise<void>): Promise<void> {
  const client = new KeepingClient({ connectionString: url });
  await client.connect();
  await client.query('begin');
  await client.query(`select set_config('role', 'mentor_app', true), set_config('mentor.organization', $1, true)`, [
    organizationId,
  ]);
  await work((text, values) => (values === undefined ? client.query(text) : client.query(text, values)));
  await client.query('commit');
  await client.end();
}

type Round = { readonly store: Times; readonly bare: Times };
const noTimes = (): Times => ({ one: [], five: [], fifty: [] });

/** One round in short transactions of the tenant role: by the product's store, and by bare `pg`, in turn. */
async function measure(store: Store, url: string, ask: Ask): Promise<Round> {
  const round: Round = { store: noTimes(), bare: noTimes() };
  for (let done = 0; done < repeats; done += perTransaction) {
    await store.inOrganization(organizationId, undefined, ({ manager }) =>
      ask(round.store, (text, values) => manager.query(text, values)),
    );
    await byBarePg(url, (read) => ask(round.bare, read));
  }
  return round;
}

type PlanNode = {
  readonly 'Node Type': string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Heap Fetches'?: number;
  readonly Plans?: readonly PlanNode[];
};

const nodesOf = (node: PlanNode): readonly PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** The plan as it was carried out: its nodes from the top, and the rows that the scans at the bottom read. */
async function planOf(tx: Tx, text: string, values: readonly unknown[]): Promise<object> {
  const rows: { 'QUERY PLAN': [{ Plan: PlanNode }] }[] = await tx.manager.query(
    `explain (analyze, timing off, format json) ${text}`,
    [...values],
  );
  const plan = rows[0]?.['QUERY PLAN'][0].Plan;
  if (plan === undefined) throw new Error('There is no plan.');
  const nodes = nodesOf(plan);
  const scans = nodes.filter((node) => node.Plans === undefined);
  return {
    plan: nodes.map((node) => node['Node Type']),
    rowsRead: scans.reduce((sum, node) => sum + node['Actual Rows'] * node['Actual Loops'], 0),
    heapFetches: scans.reduce((sum, node) => sum + (node['Heap Fetches'] ?? 0), 0),
  };
}

/**
 * Reads of the directory under the tenant role as multiples of `select 1` on the same connection: by the product's own
 * store, and (`bare`) by `pg` alone, where nothing of ours softens the ratio.
 */
export async function benchDirectory(
  store: Store,
  url: string,
  mentors: number,
  topicIds: readonly string[],
): Promise<void> {
  const ask = asking(topicIds, seeded(7));
  await measure(store, url, ask);
  const all: Round[] = [];
  for (let round = 0; round < rounds; round += 1) all.push(await measure(store, url, ask));
  const reads = [
    { name: 'five best offers / select 1', of: 'five', target: 2, text: fiveBest },
    { name: 'fifty candidates with joins / select 1', of: 'fifty', target: 8, text: candidatesSql },
  ] as const;
  for (const { name, of, target, text } of reads) {
    const at = (road: keyof Round, share: number): readonly Pair<number>[] =>
      all.map((round) => ({ floor: quantile(round[road].one, share), ours: quantile(round[road][of], share) }));
    const values = [organizationId, topicIds[0] ?? '', ...(of === 'fifty' ? [anyStart(seeded(3))] : [])];
    const plan = await store.inOrganization(organizationId, undefined, (tx) => planOf(tx, text, values));
    const p50 = at('store', 0.5);
    report({
      bench: 'directory',
      name,
      mentors,
      unit: 'ms p50',
      ...middle(p50),
      ratio: medianRatio(p50),
      target,
      rounds,
      bare: { ...middle(at('bare', 0.5)), ratio: medianRatio(at('bare', 0.5)) },
      p99: middle(at('store', 0.99)),
      ...plan,
    });
  }
}
