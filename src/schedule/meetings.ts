import { meetingOverKind, passMeeting } from '../services';
import { whatIsDue } from './due';

/** Meetings that are over by now, and proposals of which no time is ahead any more. */
export const meetingsOver = whatIsDue(meetingOverKind, passMeeting);
