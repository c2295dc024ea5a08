import { inTurn } from '../../src/intents/in-turn';

const gate = () => {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
};

describe('works of one key', () => {
  it('follow one another in the order in which they came, and hold up no other key', async () => {
    const oneByOne = inTurn();
    const [first, second] = [gate(), gate()];
    const log: string[] = [];
    const work = (name: string, wait: Promise<void>) => async (): Promise<string> => {
      log.push(`${name} begins`);
      await wait;
      log.push(`${name} ends`);
      return name;
    };
    const hers = [oneByOne('ana', work('one', first.opened)), oneByOne('ana', work('two', second.opened))];
    second.open();
    expect(await oneByOne('ben', work('his', Promise.resolve()))).toBe('his');
    first.open();
    expect(await Promise.all(hers)).toEqual(['one', 'two']);
    expect(log).toEqual(['one begins', 'his begins', 'his ends', 'one ends', 'two begins', 'two ends']);
  });

  it('go on after one that failed, which fails for its own caller alone', async () => {
    const oneByOne = inTurn();
    const failing = oneByOne('ana', () => Promise.reject(new Error('broken')));
    const next = oneByOne('ana', async () => 'next');
    await expect(failing).rejects.toThrow('broken');
    expect(await next).toBe('next');
  });
});
