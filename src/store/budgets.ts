import type { ChannelName } from '../chat';
import type { Tx } from './store';

export type Installation = { readonly channel: ChannelName; readonly tenant: string };

/**
 * What an installation may be sent. Times are seconds of the database's clock, in 1970's count; `rate` is messages a
 * second. `freeAt`: one message's time further with each that went. `drawn` and `passed`: the last number given to
 * whoever has to wait, and the highest that has gone.
 */
export type Budget = {
  readonly rate: number;
  readonly freeAt: number;
  readonly pausedUntil: number;
  readonly quietSince: number;
  readonly drawn: number;
  readonly passed: number;
};

type Row = { rate: number; free: Date; paused: Date; quiet: Date; drawn: string; passed: string; now: Date };

const seconds = (time: Date): number => time.getTime() / 1000;
const time = (at: number): Date => new Date(at * 1000);

const columns = `rate, free_at as free, paused_until as paused, quiet_since as quiet, drawn, passed, clock_timestamp() as now`;

const budgetOf = (row: Row): Budget => ({
  rate: row.rate,
  freeAt: seconds(row.free),
  pausedUntil: seconds(row.paused),
  quietSince: seconds(row.quiet),
  drawn: Number(row.drawn),
  passed: Number(row.passed),
});

/**
 * Changes an installation's budget by a decision; its row stays locked until the transaction ends, so that processes take
 * turns. `now` is the database's own time: the processes' clocks may differ.
 */
export async function changeBudget<Result>(
  tx: Tx,
  { channel, tenant }: Installation,
  decide: (budget: Budget | undefined, now: number) => { readonly budget: Budget; readonly result: Result },
): Promise<Result> {
  const rows: Row[] = await tx.manager.query(
    `insert into budget (channel, tenant, rate, free_at, paused_until, quiet_since, drawn, passed)
     values ($1, $2, 0, now(), now(), now(), 0, 0)
     on conflict (channel, tenant) do update set rate = budget.rate returning ${columns}`,
    [channel, tenant],
  );
  const [row] = rows;
  if (!row) throw new Error('A budget could not be read.');
  const { budget, result } = decide(row.rate > 0 ? budgetOf(row) : undefined, seconds(row.now));
  await tx.manager.query(
    `update budget set rate = $3, free_at = $4, paused_until = $5, quiet_since = $6, drawn = $7, passed = $8
     where channel = $1 and tenant = $2`,
    [
      channel,
      tenant,
      budget.rate,
      time(budget.freeAt),
      time(budget.pausedUntil),
      time(budget.quietSince),
      budget.drawn,
      budget.passed,
    ],
  );
  return result;
}

/** For how many seconds nothing may be sent there, as the platform asked to wait; 0 where it did not. */
export async function pauseLeft(tx: Tx, { channel, tenant }: Installation): Promise<number> {
  const rows: { left: number }[] = await tx.manager.query(
    `select extract(epoch from paused_until - clock_timestamp())::float8 as left from budget where channel = $1 and tenant = $2`,
    [channel, tenant],
  );
  return Math.max(0, rows[0]?.left ?? 0);
}

type Account = Installation & { readonly user: string };

/**
 * Takes a turn in an account's own chat: one each `gap` seconds on average, `burst` of them at once. Returns 0; or, where
 * nothing was taken, after how many seconds there is one.
 */
export async function takeChat(
  tx: Tx,
  { channel, tenant, user }: Account,
  { seconds: gap, burst }: { readonly seconds: number; readonly burst: number },
): Promise<number> {
  if (gap === 0) return 0;
  const account = [tx.organizationId, channel, tenant, user];
  const [taken]: [unknown[], number] = await tx.manager.query(
    `update identity set free_at = greatest(free_at, clock_timestamp()) + make_interval(secs => $5)
     where organization_id = $1 and channel = $2 and tenant = $3 and user_id = $4
       and (free_at is null or free_at <= clock_timestamp() + make_interval(secs => $5::float8 * ($6::int - 1)))
     returning 1`,
    [...account, gap, burst],
  );
  if (taken.length > 0) return 0;
  const rows: { left: number }[] = await tx.manager.query(
    `select extract(epoch from free_at - clock_timestamp())::float8 as left from identity
     where organization_id = $1 and channel = $2 and tenant = $3 and user_id = $4`,
    account,
  );
  return Math.max(0.1, (rows[0]?.left ?? 0) - gap * (burst - 1));
}
