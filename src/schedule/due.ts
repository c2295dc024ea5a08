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

/** A question of what is due by a moment: of which kind, and how it is carried out; returns how much of it was. */
export type DueQuestion = { readonly kind: string; readonly ask: (parts: DueParts, by: Date) => Promise<number> };

/** What of this kind is due: each in a transaction of its own. One that fails is put off, so that it holds up no other. */
export const whatIsDue = (
  kind: string,
  carryOut: (tx: Tx, house: House, subjectId: string, dueAt: Date) => Promise<unknown>,
): DueQuestion => ({
  kind,
  async ask({ store, house, log, missed }, by) {
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
  },
});
