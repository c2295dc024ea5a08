import { aboutExchange } from '../../src/understanding/exchange';

const today = '2026-11-18';

describe('what is said of an exchange', () => {
  it.each([
    ['log 45m with Joan yesterday by phone', { duration: 45, date: '2026-11-17', channel: 'phone', person: 'Joan' }],
    ['log 1h20 with joan on friday by video', { duration: 80, date: '2026-11-13', channel: 'video', person: 'joan' }],
    ['met with Joan yest for 45 min by phone', { duration: 45, date: '2026-11-17', channel: 'phone', person: 'Joan' }],
    [
      'log half an hour with Mrs. Grant the day before yesterday by email',
      { duration: 30, date: '2026-11-16', channel: 'email', person: 'Mrs. Grant' },
    ],
    [
      'record a session with <@U123ABC|rosa> 2.5 hours Nov 4',
      { duration: 150, date: '2026-11-04', person: '<@U123ABC|rosa>' },
    ],
    [
      'log 2026-11-11 with Joan Ek 10 minutes face to face',
      { duration: 10, date: '2026-11-11', channel: 'in_person', person: 'Joan Ek' },
    ],
    [
      'log an hour and a half with Joan last Wednesday in person',
      { duration: 90, date: '2026-11-11', channel: 'in_person', person: 'Joan' },
    ],
    ['log session with Maya today, case notes', { date: '2026-11-18', person: 'Maya' }],
    ['log 13h with Joan tomorrow', { duration: 780, person: 'Joan' }],
    ['log Joan 45m Dec 24', { duration: 45, date: '2025-12-24', person: 'Joan' }],
    ['log Joan 45m Feb 30', { duration: 45 }],
    ['log 45', { duration: 45 }],
    ['log', {}],
  ])('a session that took place: %s', (text, slots) => {
    expect(aboutExchange(text, today)).toEqual({ intent: 'log_session', slots });
  });

  it.each([
    ['end', 'end_pairing', undefined],
    ['end the exchange with Joan', 'end_pairing', 'Joan'],
    ['I do not want a mentor any more', 'end_pairing', undefined],
    ['evaluate Joan', 'evaluate', 'Joan'],
    ['meet with Joan', 'schedule_meeting', 'Joan'],
    ['schedule a meeting with <at>Rosa Diaz</at>', 'schedule_meeting', '<at>Rosa Diaz</at>'],
    ['cancel the meeting with Joan', 'schedule_meeting', 'Joan'],
    ['agenda', 'agenda', undefined],
    ['privacy', 'privacy', undefined],
    ['who can see my notes', 'privacy', undefined],
    ['raise a concern', 'raise_concern', undefined],
    ['report', 'program_status', undefined],
  ])('something else: %s', (text, intent, person) => {
    expect(aboutExchange(text, today)).toEqual({ intent, slots: person === undefined ? {} : { person } });
  });

  it.each([
    'meet deadlines',
    'plan my career',
    'report writing',
    'ending calls kindly',
    'find interviewing',
    'agendas',
  ])('and leaves alone what is none of it: %s', (text) => {
    expect(aboutExchange(text, today)).toBeNull();
  });
});
