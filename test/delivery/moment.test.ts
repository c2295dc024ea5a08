import { randomUUID } from 'node:crypto';
import { createLedger, type Job } from '../../src/delivery';
import { addPerson, createOrganization, messageReader, settleMessage, type Tx } from '../../src/store';
import { anyStore, type TestStore } from '../databases';

describe('a message whose moment has come', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await anyStore();
  }, 60_000);
  afterAll(() => store.drop());

  it('is put in line once: not again when it has come to its end since', async () => {
    const organizationId = await createOrganization(store, randomUUID(), 'Post', 'UTC');
    const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
      store.inOrganization(organizationId, undefined, work);
    const jobs: Job[] = [];
    const ledger = createLedger({ enqueue: async (_, job) => void jobs.push(job) });
    const to = await inside((tx) => addPerson(tx, 'Ana', 'ana@post.example.gov', 'UTC'));
    const about = { kind: 'person' as const, id: to };
    await inside((tx) => ledger.tellFrom(tx, { to, kind: 'home', about, occurrence: '1' }, tx.at.toJSDate()));
    const [{ subject_id: message } = { subject_id: '' }] = await store.sql(
      `select subject_id from due where kind = 'message'`,
    );
    const messageId = String(message);
    expect([jobs, await inside((tx) => messageReader(tx, messageId))]).toEqual([[], to]);
    await inside((tx) => ledger.sendDue(tx, messageId));
    expect(jobs).toHaveLength(1);
    await inside((tx) => settleMessage(tx, messageId, 'suppressed', 'not-wanted'));
    await inside((tx) => ledger.sendDue(tx, messageId));
    expect([jobs.length, await store.sql("select 1 from due where kind = 'message'")]).toEqual([1, []]);
  });
});
