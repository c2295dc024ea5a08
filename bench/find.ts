import { startChild } from './child';
import type { BenchDatabase } from './database';
import type { Target } from './load';
import { compare } from './pair';
import { commandTarget, oneReply } from './slack';
import type { Transaction } from './statements';

const isHeard = (answer: unknown): answer is readonly Transaction[] => Array.isArray(answer);

/** The act's id is what the first statement after the role keeps: `insert into inbound`. */
function actIn(transactions: readonly Transaction[]): string {
  const keeping = transactions.flat().find(({ text }) => text.startsWith('insert into inbound'));
  const id = keeping?.values[1];
  if (typeof id !== 'string') throw new Error('The recorded turn keeps no act.');
  return id;
}

const menteeIn = (act: string): number => Number(/U0BENCH(\d+)/.exec(act)?.[1] ?? Number.NaN);

/** Slack's find on PostgreSQL: bare Bolt with the very statements of one find by bare `pg`, and the whole product. */
export async function benchFind(database: BenchDatabase, mentors: number): Promise<void> {
  const { url, keys } = database;
  const ours = await startChild('house-slack', { url, keys });
  const target: Target = commandTarget(ours);
  await oneReply(target);
  await ours.ask('listen');
  const reply = await oneReply(target);
  const heard = await ours.ask('heard');
  const transactions = isHeard(heard) ? heard : [];
  if (transactions.length !== 2) throw new Error(`A find took ${transactions.length} transactions and not 2.`);
  const act = actIn(transactions);
  const floor = await startChild('bolt-and-pg', {
    url,
    reply,
    transactions,
    recorded: { mentee: menteeIn(act), act },
  });
  await compare(
    {
      bench: 'find',
      name: `find on PostgreSQL, ${mentors} mentors, ${transactions.flat().length} statements / bare Bolt and bare pg`,
      target: 1.5,
      rounds: 7,
    },
    { child: floor, target: commandTarget(floor) },
    { child: ours, target },
  );
  await Promise.all([floor.stop(), ours.stop()]);
}
