import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import express from 'express';
import { fileRoutes } from '../../src/http';
import { endFile, fileEndKind, offerFile } from '../../src/services';
import { addPerson, createOrganization, dueNow } from '../../src/store';
import { anyStore, type TestStore, testClock } from '../databases';

describe('GET /files/:token', () => {
  const clock = testClock();
  let store: TestStore;
  let server: Server;
  let organizationId: string;
  let nora: string;

  beforeAll(async () => {
    store = await anyStore({ clock });
    organizationId = await createOrganization(store, randomUUID(), 'DPA', 'America/Anchorage');
    nora = await store.inOrganization(organizationId, undefined, (tx) =>
      addPerson(tx, 'Nora', 'nora@dpa.example.gov', 'UTC'),
    );
    const app = express();
    app.use(fileRoutes(store, clock));
    server = app.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
  }, 60_000);
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    await store.drop();
  });

  const offer = (name = 'import-results.csv') =>
    store.inOrganization(organizationId, undefined, (tx) =>
      offerFile(tx, { personId: nora, kind: 'import-results', name, content: 'row,reason\r\n3,secret-canary\r\n' }),
    );
  const get = (token: string): Promise<Response> => {
    const address = server.address();
    return fetch(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/files/${token}`);
  };
  const audits = () =>
    store.inOrganization(organizationId, undefined, (tx) =>
      tx.manager.query(`select actor_id as who, action, object_kind as what, outcome from audit`),
    );

  it('gives a calendar as what it is', async () => {
    const response = await get(await offer('meeting.ics'));
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="meeting.ics"');
  });

  it('gives the file as an attachment that nothing keeps, guesses at or hands on', async () => {
    const response = await get(await offer());
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('row,reason\r\n3,secret-canary\r\n');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-disposition': 'attachment; filename="import-results.csv"',
      'content-type': 'text/csv; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  });

  it('takes nothing out of a name that a header or a disk could take for something else', async () => {
    const response = await get(await offer('../../a"b\r\nX-Evil: 1.csv'));
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="a-b-X-Evil-1.csv"');
  });

  it('notes each time for whom it was fetched and of what kind, and never what it says', async () => {
    const before = (await audits()).length;
    const token = await offer();
    await get(token);
    await get(token);
    const noted = (await audits()).slice(before);
    expect(noted).toEqual([
      { who: nora, action: 'fetch', what: 'file:import-results', outcome: 'done' },
      { who: nora, action: 'fetch', what: 'file:import-results', outcome: 'done' },
    ]);
  });

  it('keeps neither the token nor the words where a look at the tables could find them', async () => {
    const token = await offer();
    const links = await store.sql('select * from file_link');
    const files = await store.inOrganization(organizationId, undefined, (tx) => tx.manager.query('select * from file'));
    const all = JSON.stringify([links, files]);
    expect(all).not.toContain(token);
    expect(all).not.toContain('secret-canary');
    expect(token).toMatch(/^[\w-]{43}$/);
  });

  it('does not find what was never there', async () => {
    for (const token of ['x', 'A'.repeat(43), '%00', `${'A'.repeat(43)}/..`])
      expect((await get(token)).status).toBe(404);
  });

  it('says after 24 hours that the link has ended; the file is deleted then', async () => {
    const token = await offer();
    const began = clock.now();
    try {
      clock.set(began.plus({ hours: 23, minutes: 59 }));
      expect((await get(token)).status).toBe(200);
      clock.set(began.plus({ hours: 24 }));
      const late = await get(token);
      expect(late.status).toBe(410);
      expect(await late.text()).toContain('Ask for the file once more');
      const due = await dueNow(store, fileEndKind, clock.now().toJSDate(), 100);
      for (const { subjectId } of due)
        await store.inOrganization(organizationId, undefined, (tx) => endFile(tx, subjectId));
      const left = await store.inOrganization(organizationId, undefined, (tx) =>
        tx.manager.query('select 1 from file'),
      );
      expect(left).toEqual([]);
      expect((await get(token)).status).toBe(410);
    } finally {
      clock.set(began);
    }
  });
});
