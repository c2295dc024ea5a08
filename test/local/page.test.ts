import { markdown } from '../../src/local/page/markdown';
import { longTime, nextMondayNine, shortTime } from '../../src/local/page/times';

describe('the Markdown of cards', () => {
  it.each([
    ['**bold** and _slanted_', '<p><strong>bold</strong> and <em>slanted</em></p>'],
    [
      '[rules](https://e.example/a_b?c=1&d=2)',
      '<p><a href="https://e.example/a_b?c=1&amp;d=2" target="_blank" rel="noopener noreferrer">rules</a></p>',
    ],
    ['- one\n- two', '<ul><li>one</li><li>two</li></ul>'],
    ['1. one\n2. two', '<ol><li>one</li><li>two</li></ol>'],
    ['one\ntwo\n\nthree', '<p>one<br>two</p><p>three</p>'],
  ])('%s', (text, html) => {
    expect(markdown(text)).toBe(html);
  });
  it.each([
    ['a script', '<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
    ['a dangerous link', '[x](javascript:alert(1))', '<p>[x](javascript:alert(1))</p>'],
    [
      'a quote in a link',
      '[x](https://e.example/"onclick="y)',
      '<p><a href="https://e.example/&quot;onclick=&quot;y" target="_blank" rel="noopener noreferrer">x</a></p>',
    ],
    [
      'what a backslash stands before',
      '\\*\\*not bold\\*\\* \\[a\\](b) \\<at\\>',
      '<p>**not bold** [a](b) &lt;at&gt;</p>',
    ],
    ['names with underscores', 'case_note_form', '<p>case_note_form</p>'],
  ])('leaves %s as text', (_name, text, html) => {
    expect(markdown(text)).toBe(html);
  });
});

describe('times on the page', () => {
  it('are those of the wall clock they name', () => {
    expect(shortTime('2026-11-18T09:04:00.000-09:00')).toBe('Wed 9:04 AM');
    expect(longTime('2026-11-18T09:04:00.000-09:00')).toBe('Wednesday, November 18, 2026 at 9:04 AM');
  });
  it.each([
    ['2026-11-18T09:00:00.000-09:00', '2026-11-23T09:00:00'],
    ['2026-11-23T08:59:00.000-09:00', '2026-11-23T09:00:00'],
    ['2026-11-23T09:00:00.000-09:00', '2026-11-30T09:00:00'],
    ['2026-11-22T23:00:00.000-09:00', '2026-11-23T09:00:00'],
    ['2026-12-29T12:00:00.000-09:00', '2027-01-04T09:00:00'],
  ])('after %s the next Monday is %s', (now, monday) => {
    expect(nextMondayNine(now)).toBe(monday);
  });
});
