import { type Child, startChild } from './child';
import type { BenchDatabase } from './database';
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

/** Fewer than the pools hold, so that nobody waits for a connection. */
const connections = 8;
const rounds = 7;

async function record(house: Child): Promise<{ reply: object; transactions: readonly Transaction[] }> {
  const target = commandTarget(house);
  await oneReply(target);
  await house.ask('listen');
  const reply = await oneReply(target);
  const heard = await house.ask('heard');
  const transactions = isHeard(heard) ? heard : [];
  if (transactions.length !== 2) throw new Error(`A find took ${transactions.length} transactions and not 2.`);
  return { reply, transactions };
}

/** Slack's find on PostgreSQL: bare Bolt with the very statements of one find by bare `pg`, and the whole product. */
export async function benchFind({ url, keys }: BenchDatabase, mentors: number): Promise<void> {
  const ours = await startChild('house-slack', { url, keys });
  const { reply, transactions } = await record(ours);
  const act = actIn(transactions);
  const recorded = { mentee: menteeIn(act), act };
  const floor = await startChild('bolt-and-pg', { url, reply, transactions, recorded });
  const statements = transactions.flat().length;
  try {
    await compare(
      {
        bench: 'find',
        name: `find on PostgreSQL, ${mentors} mentors, ${statements} statements / bare Bolt and bare pg`,
        target: 1.5,
        rounds,
      },
      { child: floor, target: commandTarget(floor, connections) },
      { child: ours, target: commandTarget(ours, connections) },
    );
  } finally {
    await Promise.all([floor.stop(), ours.stop()]);
  }
}
