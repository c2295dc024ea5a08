import { resumeMentor } from '../services';
import { eachDue } from './each-due';

/** Mentors whose pause is over by now. */
export const pausesOver = eachDue('mentor-resume', (tx, house, mentorId) => resumeMentor(tx, house, mentorId, 'due'));
