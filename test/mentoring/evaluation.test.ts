import { decideEvaluation } from '../../src/mentoring';

const confirmed = { sessionId: 's', state: 'confirmed' } as const;

describe('evaluating a session', () => {
  it('is possible once both agree that it took place', () => {
    expect(decideEvaluation(confirmed, undefined, '2026-Q4')).toEqual({
      ok: true,
      events: [{ kind: 'evaluation.given' }],
    });
  });

  it('is not possible while only one of them has logged it', () => {
    expect(decideEvaluation({ sessionId: 's', state: 'logged' }, undefined, '2026-Q4')).toEqual({
      ok: false,
      because: { code: 'session-not-confirmed', session: 's' },
    });
  });

  it('can be done over within the quarter in which it was given', () => {
    expect(decideEvaluation(confirmed, { quarter: '2026-Q4' }, '2026-Q4')).toMatchObject({
      ok: true,
      events: [{ kind: 'evaluation.changed' }],
    });
  });

  it.each(['2027-Q1', '2026-Q3'] as const)('stays as it is in %s, as figures are made of it', (now) => {
    expect(decideEvaluation(confirmed, { quarter: '2026-Q4' }, now)).toMatchObject({
      ok: false,
      because: { code: 'evaluation-fixed' },
    });
  });
});
