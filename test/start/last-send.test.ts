import type { Channel } from '../../src/chat';
import { addPerson, linkAccount } from '../../src/store';
import { onServer } from '../databases';
import { quietEngine } from './quiet-engine';

onServer('a process that is told to stop', () => {
  it('leaves a send that outlasts its patience as one of which nobody knows whether it arrived', async () => {
    let begun = (): void => undefined;
    const underWay = new Promise<void>((resolve) => (begun = resolve));
    const hanging: Channel = {
      name: 'slack',
      start: async () => undefined,
      stop: async () => undefined,
      deliver: () => {
        begun();
        return new Promise(() => undefined);
      },
      update: () => new Promise(() => undefined),
      profile: async () => undefined,
    };
    const { engine, ledger, inside, close } = await quietEngine({ channels: [hanging] });
    const to = await inside(async (tx) => {
      const id = await addPerson(tx, 'Ana', 'ana@post.example.gov', 'UTC');
      await linkAccount(tx, id, { channel: 'slack', tenant: 'T1', user: 'ana' }, { channel: 'slack', ref: 'ana' });
      return id;
    });
    await engine.start();
    const about = { kind: 'person' as const, id: to };
    await inside((tx) => ledger.tell(tx, { to, kind: 'home', about, occurrence: 'slack' }));
    await underWay;
    await engine.stop();
    const messages = await inside((tx) => tx.manager.query('select state, reason from message'));
    expect(messages).toEqual([{ state: 'uncertain', reason: 'sender-stopped' }]);
    await close();
  }, 60_000);
});
