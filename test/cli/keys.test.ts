import { keysCommand } from '../../src/cli/keys';
import { parseMasterKeys } from '../../src/store';

it('makes a key also where the missing key is what is wrong', async () => {
  const written = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  expect(await keysCommand.runWithFaults?.(['MENTOR_KEYS is missing.'], ['new'])).toBe(0);
  const [key] = written.mock.lastCall ?? [];
  written.mockRestore();
  expect(parseMasterKeys(String(key).trim())).toMatchObject({ ok: true });
});
