import { keysCommand } from '../../src/cli/keys';
import { readConfig } from '../../src/config';
import { parseMasterKeys } from '../../src/store';

it('makes a key also where the missing key is what is wrong', async () => {
  const read = readConfig({ DATABASE_URL: 'postgres://mentor@127.0.0.1/mentor' });
  if (read.ok) throw new Error('MENTOR_KEYS is missing there.');
  const written = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  expect(await keysCommand.runWithFaults?.(read, ['new'])).toBe(0);
  const [key] = written.mock.lastCall ?? [];
  written.mockRestore();
  expect(parseMasterKeys(String(key).trim())).toMatchObject({ ok: true });
});
