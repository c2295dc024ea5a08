import { createLexicon, understand } from '../../src/understanding';
import { topics } from './catalog';

const context = { lexicon: createLexicon(topics), bot: ['U0BOT', 'Mentor Bot'] };
const heard = (text: string) => {
  const { intent, slots } = understand(text, context);
  return { intent, ...slots };
};

describe('one’s other account', () => {
  it.each([
    'link',
    'Link.',
    '/mentor link',
    'link my other account',
    'link my account',
    'link accounts',
    'connect my Teams account',
    'connect my other Slack account',
    'how do I link my second account?',
    'please link my account',
  ])('is what is meant: %s', (text) => {
    expect(heard(text)).toEqual({ intent: 'link_account' });
  });

  it.each([
    ['link K7QM-2XWP', 'K7QM-2XWP'],
    ['LINK k7qm2xwp', 'k7qm2xwp'],
    ['link code K7QM 2XWP', 'K7QM 2XWP'],
    ['link K7QM–2XWP.', 'K7QM–2XWP'],
    ['link K7QM-2XW', 'K7QM-2XW'],
    ['mentor link K7QM-2XWP', 'K7QM-2XWP'],
  ])('comes with a code: %s', (text, code) => {
    expect(heard(text)).toEqual({ intent: 'link_account', code });
  });

  it.each([
    'send me the link',
    'the link to the form is broken',
    'link between Excel and Word',
    'connect with people',
    'linking words',
  ])('is not what is meant: %s', (text) => {
    expect(heard(text).intent).not.toBe('link_account');
  });
});

describe('the accounts that wait', () => {
  it.each(['accounts', 'waiting accounts', 'show accounts', 'list the waiting accounts', 'accounts waiting'])(
    '%s',
    (text) => {
      expect(heard(text)).toEqual({ intent: 'accounts' });
    },
  );
  it.each(['accounts payable', 'accounting', 'my account'])('not: %s', (text) => {
    expect(heard(text).intent).not.toBe('accounts');
  });
});
