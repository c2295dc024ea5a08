import type { House, Tx } from '../services';
import { dueNow, type Store, setDue } from '../store';

const batch = 100;
const laterMinutes = 60;

export type DueParts = {
  readonly store: Store;
  readonly house: House;
  readonly log: { warn(fields: object, message: string): void };
  /** Called where something that is due has failed. */
  readonly missed?: () => void;
};

/**
 * What of this kind is due by now: each in a transaction of its own. One that fails is put off, so that it holds up no
 * other. Returns how many were carried out.
 */
export const whatIsDue =
  (kind: string, carryOut: (tx: Tx, house: House, subjectId: string, dueAt: Date) => Promise<unknown>) =>
  async ({ store, house, log, missed }: DueParts, by: Date): Promise<number> => {
    let done = 0;
    for (const { organizationId, subjectId, dueAt } of await dueNow(store, kind, by, batch)) {
      try {
        await store.inOrganization(organizationId, undefined, (tx) => carryOut(tx, house, subjectId, dueAt));
        done += 1;
      } catch (fault) {
        missed?.();
        const name = fault instanceof Error ? fault.name : 'unknown';
        log.warn({ event: 'due.failed', kind, fault: name }, 'Something that is due failed; it is tried again later.');
        const later = new Date(by.getTime() + laterMinutes * 60_000);
        await store.inOrganization(organizationId, undefined, (tx) => setDue(tx, kind, subjectId, later));
      }
    }
    return done;
  };
