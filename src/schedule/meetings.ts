import {
  askMet,
  meetingMetKind,
  meetingOverKind,
  meetingReminderKind,
  passMeeting,
  remindOfMeeting,
} from '../services';
import { whatIsDue } from './due';

/** Meetings that are over by now, and proposals of which no time is ahead any more. */
export const meetingsOver = whatIsDue(meetingOverKind, passMeeting);

/** Meetings of which either of the two is to be reminded by now. */
export const meetingReminders = whatIsDue(meetingReminderKind, remindOfMeeting);

/** Meetings that were to be over by now, of which nobody has said whether they took place. */
export const meetingsMet = whatIsDue(meetingMetKind, askMet);
