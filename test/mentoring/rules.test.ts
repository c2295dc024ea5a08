import { DateTime, Duration } from 'luxon';
import { type MentorParty, mayMentor, type Party, type Rule } from '../../src/mentoring/rules';

const grades = ['GS-5', 'GS-11', 'GS-12', 'GS-13', 'GS-14', 'GS-15'];
const setting = { grades, on: DateTime.fromISO('2026-11-18', { zone: 'America/Anchorage' }) };
const day = (iso: string) => DateTime.fromISO(iso, { zone: 'utc' });
const someone: Party = { id: 'ana', grade: null, hiredOn: null, appointment: null, supervisors: null };
const joan: MentorParty = { ...someone, id: 'joan', willing: true, capacity: 2, load: 0 };

const ask = (rule: Rule, mentor: Partial<MentorParty> = {}, mentee: Partial<Party> = {}) =>
  mayMentor([rule], { ...joan, ...mentor }, { ...someone, ...mentee }, setting);
const yes = { ok: true };
const no = (rule: Rule) => ({ ok: false, because: { rule: rule.rule, broken: rule } });
const lacks = (rule: Rule, who: string, unknown: string) => ({
  ok: false,
  because: { rule: rule.rule, broken: rule, who, unknown },
});

describe('who may mentor whom', () => {
  it('asks nothing where a program sets no rule', () => {
    expect(mayMentor([], joan, someone, setting)).toEqual(yes);
  });

  it('never lets somebody mentor themselves', () => {
    expect(mayMentor([], { ...joan, id: 'ana' }, someone, setting)).toEqual({ ok: false, because: { rule: 'self' } });
  });

  it('names the first rule that says no', () => {
    const rules: Rule[] = [{ rule: 'willing' }, { rule: 'capacity' }];
    expect(mayMentor(rules, { ...joan, capacity: 0 }, someone, setting)).toEqual(no({ rule: 'capacity' }));
    expect(mayMentor(rules, { ...joan, capacity: 0, willing: false }, someone, setting)).toEqual(
      no({ rule: 'willing' }),
    );
  });

  it('willing: only who offers it', () => {
    expect(ask({ rule: 'willing' })).toEqual(yes);
    expect(ask({ rule: 'willing' }, { willing: false })).toEqual(no({ rule: 'willing' }));
  });

  it('capacity: a place must be free', () => {
    expect(ask({ rule: 'capacity' }, { capacity: 2, load: 1 })).toEqual(yes);
    expect(ask({ rule: 'capacity' }, { capacity: 2, load: 2 })).toEqual(no({ rule: 'capacity' }));
  });

  const mentee: Rule = { rule: 'grade', who: 'mentee', from: 'GS-5', to: 'GS-12' };
  it.each([
    ['GS-5', yes],
    ['GS-12', yes],
    [' gs-12 ', yes],
    ['GS-13', no(mentee)],
    [null, lacks(mentee, 'mentee', 'grade')],
    ['Range 14', lacks(mentee, 'mentee', 'grade')],
  ])('grade: a mentee at %s, GS-5 to GS-12', (grade, answer) => {
    expect(ask(mentee, {}, { grade })).toEqual(answer);
  });

  it('grade: a mentor from GS-13 up has no upper end', () => {
    const rule: Rule = { rule: 'grade', who: 'mentor', from: 'GS-13' };
    expect(ask(rule, { grade: 'GS-15' })).toEqual(yes);
    expect(ask(rule, { grade: 'GS-12' })).toEqual(no(rule));
    expect(ask(rule)).toEqual(lacks(rule, 'mentor', 'grade'));
  });

  it('grade: a bound that is not on the ladder lets nobody pass', () => {
    const from: Rule = { rule: 'grade', who: 'mentee', from: 'GS-99' };
    const to: Rule = { rule: 'grade', who: 'mentee', to: 'GS-99' };
    expect(ask(from, {}, { grade: 'GS-15' })).toEqual(no(from));
    expect(ask(to, {}, { grade: 'GS-5' })).toEqual(no(to));
  });

  it('gradesAbove: two rungs, for a mentee at GS-12 only', () => {
    const rule: Rule = { rule: 'gradesAbove', atLeast: 2, whenMentee: 'GS-12' };
    expect(ask(rule, { grade: 'GS-14' }, { grade: 'GS-12' })).toEqual(yes);
    expect(ask(rule, { grade: 'GS-13' }, { grade: 'GS-12' })).toEqual(no(rule));
    expect(ask(rule, { grade: 'GS-12' }, { grade: 'GS-11' })).toEqual(yes);
    expect(ask(rule, {}, { grade: 'GS-12' })).toEqual(lacks(rule, 'mentor', 'grade'));
    expect(ask(rule, { grade: 'GS-15' })).toEqual(lacks(rule, 'mentee', 'grade'));
    const always: Rule = { rule: 'gradesAbove', atLeast: 1 };
    expect(ask(always, { grade: 'GS-5' }, { grade: 'GS-5' })).toEqual(no(always));
  });

  it('service: up to five years, the anniversary included', () => {
    const rule: Rule = { rule: 'service', who: 'mentee', atMost: Duration.fromISO('P5Y') };
    expect(ask(rule, {}, { hiredOn: day('2021-11-18') })).toEqual(yes);
    expect(ask(rule, {}, { hiredOn: day('2021-11-17') })).toEqual(no(rule));
    expect(ask(rule)).toEqual(lacks(rule, 'mentee', 'hiredOn'));
  });

  it('appointment: one of those named, in any case', () => {
    const rule: Rule = { rule: 'appointment', who: 'mentee', oneOf: ['permanent', 'Commissioned Corps'] };
    expect(ask(rule, {}, { appointment: 'commissioned  corps' })).toEqual(yes);
    expect(ask(rule, {}, { appointment: 'temporary' })).toEqual(no(rule));
    expect(ask(rule)).toEqual(lacks(rule, 'mentee', 'appointment'));
  });

  it('outsideChainOfCommand: no supervisor of the mentee, however far up', () => {
    const rule: Rule = { rule: 'outsideChainOfCommand' };
    expect(ask(rule, {}, { supervisors: [] })).toEqual(yes);
    expect(ask(rule, {}, { supervisors: ['kim', 'lee'] })).toEqual(yes);
    expect(ask(rule, {}, { supervisors: ['kim', 'joan'] })).toEqual(no(rule));
    expect(ask(rule)).toEqual(lacks(rule, 'mentee', 'supervisors'));
  });
});
