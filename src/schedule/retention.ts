import { keepTimes, retentionKind } from '../services';
import { dueNow, setDue } from '../store';
import type { DueParts } from './due';

const atOnce = 100;
const laterMinutes = 60;

/** Deletes what is over, once a day for each organization; where that fails it is put off for an hour. */
export async function timesKept({ store, house, log }: DueParts, by: Date): Promise<void> {
  for (const { organizationId } of await dueNow(store, retentionKind, by, atOnce)) {
    try {
      await keepTimes(store, house, organizationId);
    } catch (fault) {
      const name = fault instanceof Error ? fault.name : 'unknown';
      log.warn(
        { event: 'retention.failed', fault: name },
        'What is over could not be deleted; it is tried again later.',
      );
      const later = new Date(by.getTime() + laterMinutes * 60_000);
      await store.inOrganization(organizationId, undefined, (tx) => setDue(tx, retentionKind, organizationId, later));
    }
  }
}
