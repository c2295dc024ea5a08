import type { ChannelName } from '../chat';
import type { Tx } from './store';

/**
 * Whether an account can be written to is `identity.reachable`: it is active, has an address, and, in Teams, the app is
 * installed there (`installed_at`: set by its install, its first private word or the first message that arrived, cleared
 * by its removal or a refused message). A Slack account needs nothing but the workspace's installation.
 */

/** Whether any of this person's accounts can be written to. */
export async function canBeReached(tx: Tx, personId: string): Promise<boolean> {
  const rows: unknown[] = await tx.manager.query(
    'select 1 from identity where organization_id = $1 and person_id = $2 and reachable limit 1',
    [tx.organizationId, personId],
  );
  return rows.length > 0;
}

/**
 * Since when nothing reaches this person, who could be written to before, and whether she mentors; undefined where something
 * does, or nothing ever did.
 */
export async function unreachableSince(
  tx: Tx,
  personId: string,
): Promise<{ readonly since: Date; readonly mentors: boolean } | undefined> {
  const rows: { since: Date; mentors: boolean }[] = await tx.manager.query(
    `select max(closed_at) as since,
       exists (select 1 from offer o where o.organization_id = $1 and o.mentor_id = $2) as mentors
     from identity where organization_id = $1 and person_id = $2
     having not bool_or(reachable) and max(closed_at) is not null`,
    [tx.organizationId, personId],
  );
  return rows[0];
}

/** How many mentors with offers have accounts, and none that can be written to because the Teams app is missing there. */
export async function mentorsWaitingForApp(tx: Tx): Promise<number> {
  const rows: { mentors: number }[] = await tx.manager.query(
    `select count(*)::int as mentors from (
       select i.person_id from identity i
       join person p on p.organization_id = $1 and p.person_id = i.person_id and p.left_on is null
       where i.organization_id = $1 and exists (
         select 1 from offer o where o.organization_id = $1 and o.mentor_id = i.person_id)
       group by i.person_id
       having not bool_or(i.reachable) and bool_or(i.channel = 'teams' and i.installed_at is null)) waiting`,
    [tx.organizationId],
  );
  return rows[0]?.mentors ?? 0;
}

/** Opens the accounts of a workspace, or of a Grid with all its workspaces, that can be written to again; whose they are. */
export async function reopenAccounts(tx: Tx, channel: ChannelName, tenant: string): Promise<readonly string[]> {
  const [rows]: [{ id: string }[], number] = await tx.manager.query(
    `update identity set active = true where organization_id = $1 and channel = $2 and not active
     and (tenant = $3 or tenant in (select w.tenant from installation w where w.channel = $2 and w.grid = $3))
     returning person_id as id`,
    [tx.organizationId, channel, tenant],
  );
  return [...new Set(rows.map((row) => row.id))];
}

/**
 * Lets an account of one of a Grid's workspaces count for the whole Grid: user ids are the same in all of it, and where
 * the app is installed for the Grid its acts come in the Grid's name. False where there is no such account.
 */
export async function adoptGridAccount(tx: Tx, grid: string, user: string): Promise<boolean> {
  const [, count]: [unknown[], number] = await tx.manager.query(
    `update identity set tenant = $2 where organization_id = $1 and channel = 'slack' and user_id = $3
     and tenant = (select min(i.tenant) from identity i join installation w on w.channel = 'slack' and w.tenant = i.tenant
       and w.grid = $2 and w.organization_id = $1
       where i.organization_id = $1 and i.channel = 'slack' and i.user_id = $3)`,
    [tx.organizationId, grid, user],
  );
  return count > 0;
}
