import { passTime } from '../services';
import { eachDue } from './each-due';

/** Requests whose mentor is to be reminded by now. */
export const remindersDue = eachDue('request-reminder', (tx, house, id) => passTime(tx, house, id, 'remind'));

/** Requests that end by now without an answer. */
export const expiriesDue = eachDue('request-expiry', (tx, house, id) => passTime(tx, house, id, 'expire'));
