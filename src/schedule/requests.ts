import type { House } from '../services';
import { passTime } from '../services';
import { dueNow, type Store } from '../store';

const batch = 100;

/** Requests whose mentor is to be reminded, or that end, by now: each in a transaction of its own. Returns how many. */
const requestsDue =
  (kind: 'request-reminder' | 'request-expiry', what: 'remind' | 'expire') =>
  async (store: Store, house: House, by: Date): Promise<number> => {
    const due = await dueNow(store, kind, by, batch);
    for (const { organizationId, subjectId } of due) {
      await store.inOrganization(organizationId, undefined, (tx) => passTime(tx, house, subjectId, what));
    }
    return due.length;
  };

export const remindersDue = requestsDue('request-reminder', 'remind');
export const expiriesDue = requestsDue('request-expiry', 'expire');
