import type { Pairing, Side } from '../mentoring';
import { ownerKeys } from './people';
import type { Tx } from './store';

/** What the two prepare: the mentee's agenda and the mentor's resources. Nobody else ever reads either. */
export type Agenda = { readonly agenda: string | null; readonly resources: string | null };

/** Whose words stand where. `news`: the other one has been told that they changed, and has not looked yet. */
const columns = {
  mentee: { words: 'agenda', news: 'agenda_news' },
  mentor: { words: 'resources', news: 'resources_news' },
} as const;

const place = (pairingId: string, side: Side): string => `pairing|${pairingId}|${columns[side].words}`;
const writerOf = (pairing: Pairing, side: Side): string => (side === 'mentor' ? pairing.mentorId : pairing.menteeId);

/** Both parts, opened, for the two of them. */
export async function agendaOf(tx: Tx, pairing: Pairing): Promise<Agenda> {
  const rows: Agenda[] = await tx.manager.query(
    'select agenda, resources from pairing where organization_id = $1 and pairing_id = $2',
    [tx.organizationId, pairing.pairingId],
  );
  const open = async (side: Side): Promise<string | null> => {
    const sealed = rows[0]?.[columns[side].words] ?? null;
    if (sealed === null) return null;
    return tx.vault.openFor(await ownerKeys(tx, writerOf(pairing, side)), place(pairing.pairingId, side), sealed);
  };
  return { agenda: await open('mentee'), resources: await open('mentor') };
}

/**
 * Keeps this side's part, sealed with the key of its writer; null takes it away. True where the other one is to be told:
 * not again before she has looked. The pairing's row must be locked.
 */
export async function saveAgenda(tx: Tx, pairing: Pairing, side: Side, words: string | null): Promise<boolean> {
  const own = columns[side];
  const writer = await ownerKeys(tx, writerOf(pairing, side));
  const sealed = words === null ? null : tx.vault.sealFor(writer, place(pairing.pairingId, side), words);
  const where = [tx.organizationId, pairing.pairingId];
  const rows: { told: boolean }[] = await tx.manager.query(
    `select ${own.news} as told from pairing where organization_id = $1 and pairing_id = $2`,
    where,
  );
  await tx.manager.query(
    `update pairing set ${own.words} = $3, ${own.news} = true where organization_id = $1 and pairing_id = $2`,
    [...where, sealed],
  );
  return rows[0]?.told === false;
}

/** This side has looked at what the other one wrote: the next change is news again. */
export async function lookedAtAgenda(tx: Tx, pairingId: string, side: Side): Promise<void> {
  const { news } = columns[side === 'mentor' ? 'mentee' : 'mentor'];
  await tx.manager.query(
    `update pairing set ${news} = false where organization_id = $1 and pairing_id = $2 and ${news}`,
    [tx.organizationId, pairingId],
  );
}
