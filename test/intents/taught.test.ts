import { readings } from '../../src/cards';
import { understand } from '../../src/understanding';
import { setting } from '../understanding/setting';

/** Readings that share the words of another one, or are said in answer to something only. */
const shared = new Set(['choose', 'too_long', 'out_of_scope', 'distress', 'smalltalk']);

describe('what the bot tells people to say', () => {
  it.each(Object.entries(readings).filter(([name]) => !shared.has(name)))(
    'is understood as that: %s',
    (name, { say }) => {
      const { intent, confidence } = understand(say, setting);
      expect({ intent, sure: confidence >= 0.8 }).toEqual({ intent: name, sure: true });
    },
  );

  it.each([
    'meet with Joan',
    'log 45m with Joan yesterday by phone',
    'find interviewing in Nome',
    'be a mentor',
    'report',
    'overview',
    'withdraw',
    'privacy',
  ])('from the help, too: %s', (text) => {
    expect(understand(text, setting).confidence).toBeGreaterThanOrEqual(0.8);
  });
});

describe('somebody who may hurt herself', () => {
  it.each([
    'i want to kill myself',
    'I am thinking of suicide',
    'i cant do this anymore',
    'I don’t want to live',
    'better off dead',
  ])('is heard before anything else: %s', (text) => {
    expect(understand(text, setting)).toMatchObject({ intent: 'distress', confidence: 1 });
  });

  it.each([
    'this deadline kills me',
    'my mentor is dead right about notices',
    'I cannot make it any more on Friday',
    'end my pairing',
  ])('is not meant: %s', (text) => {
    expect(understand(text, setting).intent).not.toBe('distress');
  });
});
