import { createLexicon, understand } from '../../src/understanding';
import { topics } from './catalog';

const offices = ['bethel', 'nome', 'juneau'];
const context = { lexicon: createLexicon(topics, { known: offices }), offices, bot: ['U0BOT', 'Mentor Bot'] };
const heard = (text: string) => {
  const { intent, slots } = understand(text, context);
  return { intent, ...slots };
};

describe('understand', () => {
  it.each([
    '',
    '  ',
    '?',
    '???',
    'help',
    'Help!',
    '/mentor',
    '/mentor help',
    'commands',
    'how do I use this bot?',
    '<@U0BOT>',
  ])('offers help: "%s"', (text) => {
    expect(heard(text)).toEqual({ intent: 'help' });
  });

  it.each([
    'find interviewing',
    '/mentor find interviewing',
    '/Mentor  FIND Interviewing!',
    'mentor find interviewing',
    '<@U0BOT> find interviewing',
    '<@U0BOT|mentor> find interviewing',
    '<at>Mentor Bot</at> &nbsp;find interviewing',
    'find me a mentor for interviewing',
    'please find somebody who knows interviewing',
    'search for interviewing',
    'mentor for interviewing',
    'find \u200binterviewing',
    'ｆｉｎｄ interviewing',
  ])('finds by a command: %s', (text) => {
    expect(heard(text)).toMatchObject({
      intent: 'find_mentor',
      topic: 'interviewing',
      asked: expect.stringMatching(/^interviewing$/i),
    });
  });

  it.each([
    ['find interviewing in Paris', { topic: 'interviewing', place: 'Paris' }],
    ['find interviewing in paris', { topic: 'interviewing', place: 'paris' }],
    ['interviewing in Nom', { topic: 'interviewing', place: 'Nom', near: 'nome' }],
    ['I need a mentor in Juneao for LTC', { topic: 'ltc', place: 'Juneao', near: 'juneau' }],
    ['find mentors in Paris', { place: 'Paris' }],
    ['find interviewing in Nome or Bethel', { topic: 'interviewing', office: 'nome', alsoIn: 'bethel' }],
    ['find case notes in Juneau and Nome', { topic: 'case_notes', office: 'juneau', alsoIn: 'nome' }],
    ['find interviewing and case notes', { topic: 'interviewing', also: 'case_notes' }],
    ['my case notes are bad and my desk is a disaster', { topic: 'case_notes', also: 'organization' }],
  ])('says what else was named: %s', (text, slots) => {
    const { asked: _, ...rest } = heard(text) as Record<string, unknown>;
    expect(rest).toEqual({ intent: 'find_mentor', ...slots });
  });

  it.each([
    'help with Excel in December',
    'who can help me in the morning with Excel',
    'I need help in Excel',
    'Excel at work',
    "Excel, someone in Maya's team",
    'not Word, I meant Excel',
  ])('takes nothing for a place or a second topic: %s', (text) => {
    const { place, also } = understand(text, context).slots;
    expect({ place, also }).toEqual({ place: undefined, also: undefined });
  });

  it.each([
    ['who is my mentor', 'my_pairs'],
    ['Who are my mentees?', 'my_pairs'],
    ['do I have a mentor', 'my_pairs'],
    ['I want to stop being a mentor', 'stop_mentoring'],
    ["I don't want to mentor any more", 'stop_mentoring'],
    ["I don't want to be a mentor", 'stop_mentoring'],
    ['leave', 'stop_mentoring'],
    ['please take me off the list', 'stop_mentoring'],
    ['how do I stop getting these messages?', 'preferences'],
    ['turn off the reminders', 'preferences'],
    ['unsubscribe', 'preferences'],
    ['can I talk to a human?', 'coordinator'],
    ['who is my coordinator', 'coordinator'],
    ['I need a real person', 'coordinator'],
    ['thanks', 'thanks'],
    ['Great, thanks a lot!', 'thanks'],
    ['bye', 'thanks'],
    ['hello', 'smalltalk'],
    ['find a person for interviewing', 'find_mentor'],
    ['I do not want a mentor any more', 'end_pairing'],
    ['I have to leave early on Friday', 'out_of_scope'],
  ])('knows what is said about the bot and one’s part: %s', (text, intent) => {
    expect(understand(text, context).intent).toBe(intent);
  });

  it.each(['how to talk to angry clients', 'I have 200 alerts waiting', 'interviewing in the kotzebue office'])(
    'looks for a mentor, or asks back with that among the buttons: %s',
    (text) => {
      const { intent, confidence, alternatives } = understand(text, context);
      expect([intent, ...alternatives.slice(0, 2)]).toContain('find_mentor');
      expect(intent === 'find_mentor' || confidence < 0.5).toBe(true);
    },
  );

  it.each([
    ['I keep messing up my case notes, who can help?', { topic: 'case_notes' }],
    ['find a mentor for case note documentation', { topic: 'case_notes', asked: 'case note documentation' }],
    ['not Word, I meant Excel', { topic: 'excel' }],
    ['notes', { choices: ['notices', 'case_notes'], unsure: 'ambiguous', asked: 'notes' }],
    [
      'who helps me with Medicaid?',
      { choices: ['dkc', 'transitional_medicaid', 'family_med', 'ltc'], unsure: 'ambiguous', asked: 'medicaid' },
    ],
    ['find exel', { choices: ['excel'], unsure: 'short', asked: 'exel' }],
    ['find ssi juneau', { topic: 'ssa_ssi', asked: 'ssi', office: 'juneau' }],
    ['find a mentor in the Nome office for LTC', { topic: 'ltc', asked: 'LTC', office: 'nome' }],
    ['find mentors in Nome', { office: 'nome' }],
    ['find', {}],
    ['find me', {}],
    ['find a mentor', {}],
    ['I need a mentor', {}],
    ['browse available mentors', {}],
    ['who can help me?', {}],
  ])('finds a mentor: %s', (text, slots) => {
    expect(heard(text)).toEqual({ intent: 'find_mentor', ...slots });
  });

  it('offers the topics whose words are most like what it does not know', () => {
    expect(heard('find documentary')).toMatchObject({ nearby: expect.arrayContaining(['case_notes']) });
    expect(understand('find zumba', context).slots.nearby).toBeUndefined();
  });

  it('keeps what was asked for as typed, at most 80 characters, where it knows no such topic', () => {
    expect(heard('find Underwater basket-weaving')).toEqual({
      intent: 'out_of_scope',
      asked: 'Underwater basket-weaving',
    });
    const { asked } = understand(`find ${'zq '.repeat(60)}`, context).slots;
    expect(asked).toHaveLength(80);
    expect(asked?.endsWith('…')).toBe(true);
  });

  it.each([
    ['topics', { intent: 'topics' }],
    ['show me all topics', { intent: 'topics' }],
    ['what topics are there?', { intent: 'topics' }],
    ['mine', { intent: 'my_pairs' }],
    ['my requests', { intent: 'my_pairs' }],
    ['withdraw', { intent: 'withdraw' }],
    ['withdraw my request', { intent: 'withdraw' }],
    ['open excel', { intent: 'open_topic', topic: 'excel', asked: 'excel' }],
    [
      'open topic notes',
      { intent: 'open_topic', choices: ['notices', 'case_notes'], unsure: 'ambiguous', asked: 'notes' },
    ],
    ['open sesame', { intent: 'open_topic', asked: 'sesame' }],
  ])('takes the command: %s', (text, answer) => {
    expect(heard(text)).toEqual(answer);
  });

  it.each([
    ['request Maya for case reviews', { person: 'Maya', topic: 'case_review' }],
    ['request maya', { person: 'maya' }],
    ['please ask <@U300XYZ> to mentor me', { person: '<@U300XYZ>' }],
    ['<at>Rosa Diaz</at> mentor me in outlook', { person: '<at>Rosa Diaz</at>', topic: 'outlook' }],
    ["I'd love to have Thérèse Aubert as a mentor", { person: 'Thérèse Aubert' }],
    ['I would like to be coached by Mrs. Grant', { person: 'Mrs. Grant' }],
  ])('hears that one person is asked: %s', (text, slots) => {
    expect(heard(text)).toEqual({ intent: 'request_mentor', ...slots });
  });

  it.each(['hello', 'Hi there!', 'good morning'])('takes small talk as such: %s', (text) => {
    expect(heard(text).intent).toBe('smalltalk');
  });

  it.each([
    ['I want to be a mentor', 'become_mentor'],
    ['how do I become a mentor?', 'become_mentor'],
    ['my entry', 'become_mentor'],
    ['sign me up as a mentor', 'become_mentor'],
    ['pause', 'pause_mentoring'],
    ['I need a break from mentoring', 'pause_mentoring'],
    ['resume mentoring', 'resume_mentoring'],
    ["I'm back", 'resume_mentoring'],
    ['next', 'next'],
    ['show me more', 'next'],
    ['offers and wishes', 'overview'],
  ])('takes a command that is about nothing else: %s', (text, intent) => {
    expect(heard(text)).toEqual({ intent });
  });

  it.each(['qwerty zxcv', '...'])('says that it does not know: %s', (text) => {
    expect(heard(text).intent).toBe('out_of_scope');
  });

  it('takes the name of an office letter by letter', () => {
    const odd = { ...context, offices: ['St. (Paul'] };
    expect(understand('find excel st. (paul', odd).slots).toEqual({
      topic: 'excel',
      asked: 'excel',
      office: 'st. (paul',
    });
  });

  it('does not read more than 1,000 characters', () => {
    expect(heard('x'.repeat(1_001))).toEqual({ intent: 'too_long' });
    expect(heard(`find excel${' '.repeat(990)}`)).toMatchObject({ topic: 'excel' });
  });

  it('leaves the mention of somebody else, and takes the mention of the bot, wherever names look like topics', () => {
    expect(heard('<at>Excel Bot</at> find word')).toMatchObject({ topic: 'word' });
    expect(heard('<@U0BOT> help')).toEqual({ intent: 'help' });
  });

  it('tells why, step by step', () => {
    expect(understand('<@U0BOT> find interveiwing', context).why).toEqual([
      'said: "find interveiwing"',
      'command: find',
      'topic: interviewing by "interveiwing"',
    ]);
  });
});
