import { passTime } from '../services';
import { whatIsDue } from './due';

/** Requests whose mentor is to be reminded by now. */
export const remindersDue = whatIsDue('request-reminder', (tx, house, id) => passTime(tx, house, id, 'remind'));

/** Requests that end by now, as nobody answered. */
export const expiriesDue = whatIsDue('request-expiry', (tx, house, id) => passTime(tx, house, id, 'expire'));
