import { resumeMentor } from '../services';
import { whatIsDue } from './due';

/** Mentors whose pause is over by now. */
export const pausesOver = whatIsDue('mentor-resume', (tx, house, mentorId) => resumeMentor(tx, house, mentorId, 'due'));
