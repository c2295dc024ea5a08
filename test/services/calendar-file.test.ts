import ICAL from 'ical.js';
import { evolveMeeting, type Meeting } from '../../src/mentoring';
import { calendarText } from '../../src/services';
import { now, planned, proposed } from '../mentoring/pair';

const hostile = 'Eve\r\nATTENDEE:mailto:x@y.example;"q",\\ ü😀';

function read(meeting: Meeting, partner = 'Joan Ek') {
  const text = calendarText(meeting, partner);
  if (text === undefined) throw new Error('There is no file.');
  const calendar = new ICAL.Component(ICAL.parse(text));
  const [only, ...more] = calendar.getAllSubcomponents('vevent');
  if (!only || more.length > 0) throw new Error('It does not hold one event.');
  const event = new ICAL.Event(only);
  return {
    text,
    method: calendar.getFirstPropertyValue('method'),
    uid: event.uid,
    sequence: event.sequence,
    summary: event.summary,
    start: event.startDate.toJSDate().toISOString(),
    end: event.endDate.toJSDate().toISOString(),
    zone: event.startDate.zone.tzid,
    status: only.getFirstPropertyValue('status'),
    names: only.getAllProperties().map(({ name }) => name),
  };
}

describe('the calendar file of a meeting', () => {
  it('says when, with whom, and nothing else', () => {
    expect(read(planned)).toMatchObject({
      method: 'PUBLISH',
      uid: 'm@mentor-exchange',
      sequence: 2,
      summary: 'Mentoring with Joan Ek',
      start: '2026-11-20T19:00:00.000Z',
      end: '2026-11-20T19:30:00.000Z',
      zone: 'UTC',
      status: 'CONFIRMED',
    });
    expect(read(planned).names.sort()).toEqual(['dtend', 'dtstamp', 'dtstart', 'sequence', 'status', 'summary', 'uid']);
  });
  it('keeps its UID over a move, and its sequence grows, so that the new time takes the place of the old', () => {
    const plan = { ...planned, options: [now.plus({ days: 5 })] };
    const asked = evolveMeeting(planned, { kind: 'meeting.proposed', by: 'joan', plan }, now);
    const moved = evolveMeeting(asked, { kind: 'meeting.planned', startsAt: now.plus({ days: 5 }) }, now);
    expect(read(moved)).toMatchObject({ uid: read(planned).uid, start: '2026-11-23T19:00:00.000Z' });
    expect(read(moved).sequence).toBeGreaterThan(read(planned).sequence);
  });
  it('takes out what was called off, and what somebody asked to move', () => {
    const off = evolveMeeting(planned, { kind: 'meeting.called-off', by: 'ana' }, now);
    const asked = evolveMeeting(planned, { kind: 'meeting.proposed', by: 'joan', plan: planned }, now);
    for (const meeting of [off, asked])
      expect(read(meeting)).toMatchObject({
        method: 'CANCEL',
        status: 'CANCELLED',
        uid: 'm@mentor-exchange',
        sequence: 3,
        start: '2026-11-20T19:00:00.000Z',
      });
  });
  it('does not exist before a time was agreed on', () => {
    expect(calendarText(proposed, 'Joan Ek')).toBeUndefined();
    expect(calendarText({ ...proposed, state: 'called-off' }, 'Joan Ek')).toBeUndefined();
  });
  it('is not broken by a name, nor does one add to it', () => {
    const event = read(planned, hostile);
    expect(event.names.sort()).toEqual(read(planned).names.sort());
    expect(event.summary.replace(/\s+/gu, ' ')).toBe(`Mentoring with ${hostile.replace(/\s+/gu, ' ')}`);
    for (const line of event.text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });
});
