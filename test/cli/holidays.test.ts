import { randomUUID } from 'node:crypto';
import { dayLines } from '../../src/cli/days-off-file';
import { type Asked, holidays } from '../../src/cli/holidays';
import { createOrganization } from '../../src/store';
import { anyStore, type TestStore, testClock } from '../databases';

describe('mentor holidays', () => {
  let store: TestStore;
  const call = (words: string, more: Partial<Asked> = {}): Promise<string> =>
    holidays(store, {
      words: words === '' ? [] : words.split(' '),
      file: undefined,
      everyYear: false,
      organization: undefined,
      ...more,
    });
  const refusal = (words: string, more: Partial<Asked> = {}): Promise<string> =>
    call(words, more).then(
      (said) => `not refused: ${said}`,
      (fault) => String(fault.message),
    );
  beforeEach(async () => {
    store = await anyStore({ clock: testClock() });
    await createOrganization(store, randomUUID(), 'Agency', 'America/Anchorage');
  }, 60_000);
  afterEach(() => store.drop());

  it('lists, adds and takes off', async () => {
    expect(await call('')).toContain('2027-10-11  Columbus Day\n');
    expect(await call('add 2027-10-18 Alaska Day', { everyYear: true })).toBe('Added: 2027-10-18 Alaska Day\n');
    expect(await call('remove columbus')).toBe('Columbus Day is a working day now.\n');
    const list = await call('');
    expect(list).toContain('2027-10-18  Alaska Day  (your own, every year)\n');
    expect(list).not.toContain('2027-10-11');
    expect(list).toContain('working days here: Columbus Day');
    expect(await call('remove 2027-10-18')).toBe('Removed: 2027-10-18\n');
    expect(await call('add columbus')).toBe('Columbus Day is a day off again.\n');
    expect(await call('')).toContain('2027-10-11  Columbus Day\n');
  }, 60_000);

  it('refuses in sentences', async () => {
    expect(await refusal('add 2027-02-30 Nothing')).toBe(
      '2027-02-30: The calendar has no such day. Please pick one, like 2027-10-18.',
    );
    expect(await refusal('add 2025-02-03 Past')).toContain('not ahead of us');
    expect(await refusal('add 2027-10-18')).toContain('what the day is called');
    expect(await refusal('remove 2027-10-18')).toContain('is no day off on the list');
    expect(await refusal('fetch')).toContain('Write it like one of these');
    expect(await refusal('', { organization: 'Other' })).toContain('There is no organization "Other" here');
  }, 60_000);

  it('takes a file whole or not at all, and names each line that is refused', async () => {
    const text = '# closures\n2027-10-18 Alaska Day\n\n2027-11-11 Veterans Day\n2027-02-30 Nothing\n2027-03-29\n';
    expect(await refusal('', { file: text })).toBe(
      'Nothing was added. Mend these lines, and run it again:\n  line 5: The calendar has no such day. Please pick one, like 2027-10-18.\n  line 6: Please say what the day is called, like Alaska Day.',
    );
    expect(await call('')).not.toContain('Alaska Day');
    expect(await call('', { file: text.split('\n').slice(0, 4).join('\n') })).toBe('Added 1; on the list already: 1\n');
    expect(await call('')).toContain('2027-10-18  Alaska Day  (your own)\n');
    expect(dayLines('2027-10-18,Alaska  Day\r\n')).toEqual([
      { line: 1, asked: { day: '2027-10-18', name: 'Alaska Day', everyYear: false } },
    ]);
  }, 60_000);
});
