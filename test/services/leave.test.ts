import { randomUUID } from 'node:crypto';
import { newRequest } from '../../src/mentoring';
import { leaveWhenDue } from '../../src/services';
import { insertPairing, insertRequest, personByEmail, takePlace } from '../../src/store';
import { embeddedStore, onServer, serverStore, type TestStore } from '../databases';
import { type Importer, importerInto } from './roster';

const header = 'name,email,slack_team,slack_user,mentor_topics,mentor_capacity,left_on';
const list = (joan: string, ana: string): string[] => [
  header,
  `Joan Ek,joan@dpa.example.gov,T1,joan,interviewing;case_notes,2,${joan}`,
  `Ana Reyes,ana@dpa.example.gov,T1,ana,,,${ana}`,
];

const suites: [string, () => Promise<TestStore>, typeof describe][] = [
  ['on PGlite', embeddedStore, describe],
  ['on PostgreSQL', serverStore, onServer],
];
for (const [where, open, suite] of suites) {
  suite(`somebody who leaves ${where}`, () => {
    let store: TestStore;
    let it_: Importer;
    let joan: string;
    let ana: string;
    beforeAll(async () => {
      store = await open();
    }, 60_000);
    afterAll(() => store.drop());

    /** Joan mentors Ana in one topic, and Ana waits for her in another. */
    beforeEach(async () => {
      it_ = await importerInto(store);
      await it_.bring(list('', ''));
      await it_.inside(async (tx) => {
        joan = (await personByEmail(tx, 'joan@dpa.example.gov')) ?? '';
        ana = (await personByEmail(tx, 'ana@dpa.example.gov')) ?? '';
        const pair = { programId: 'bethel-nome-exchange', menteeId: ana, mentorId: joan, version: 1 };
        const notEnded = { menteeGoesOn: false, mentorGoesOn: false, endedAt: null, endedBy: null, endKind: null };
        const request = newRequest({
          ...pair,
          requestId: randomUUID(),
          topicId: 'case_notes',
          ways: [],
          askedAt: tx.at,
          nextChoices: [],
        });
        await insertRequest(tx, request, { need: 'Short notes', suits: null });
        await takePlace(tx, joan);
        const running = { kind: 'exchange' as const, state: 'active' as const, startedAt: tx.at, ...notEnded };
        await insertPairing(tx, {
          ...pair,
          ...running,
          pairingId: randomUUID(),
          topicId: 'interviewing',
          requestId: null,
        });
        const about = { kind: 'request' as const, id: request.requestId };
        await it_.house.ledger.tell(tx, { to: joan, kind: 'request-asked', about, occurrence: '1' });
      });
    });

    const notices = () => it_.rows('select person_id as who, kind, state, reason from notice order by kind');
    const told = (who: string, kind: string) => ({ who, kind, state: 'waiting', reason: null });
    const states = async () => ({
      request: (await it_.rows('select state from request'))[0]?.state,
      pairing: (await it_.rows('select state from pairing'))[0]?.state,
      offers: (await it_.rows('select 1 from offer where open')).length,
      load: (await it_.rows('select load from mentor_profile'))[0]?.load,
    });

    it('as a mentor ends what she has, and each mentee is told; what waited for her is canceled', async () => {
      expect(await it_.bring(list('2026-11-18', ''))).toMatchObject({ changed: 0, left: 1, faults: [] });
      expect(await states()).toEqual({ request: 'mentor-left', pairing: 'ended', offers: 0, load: 0 });
      expect(await notices()).toEqual([
        told(ana, 'pairing-partner-left'),
        { who: joan, kind: 'request-asked', state: 'canceled', reason: 'left' },
        told(ana, 'request-mentor-left'),
      ]);
      expect(await it_.rows(`select state, reason from message where person_id = '${joan}'`)).toEqual([
        { state: 'canceled', reason: 'left' },
      ]);
      expect(await it_.rows(`select user_id as who, active from identity order by user_id`)).toEqual([
        { who: 'ana', active: true },
        { who: 'joan', active: false },
      ]);
      expect(
        await it_.rows(
          `select kind, facts from event where kind in ('person.left', 'pairing.ended', 'request.left') order by kind`,
        ),
      ).toEqual([
        { kind: 'pairing.ended', facts: { by: 'mentor-left', topic: 'interviewing' } },
        { kind: 'person.left', facts: { requests: 1, pairings: 1, offers: 2, notices: 1 } },
        { kind: 'request.left', facts: { topic: 'case_notes' } },
      ]);
    });

    it('as a mentee ends what she has: the mentor is told, and her place is free again', async () => {
      await it_.bring(list('', '2026-11-10'));
      expect(await states()).toEqual({ request: 'mentee-left', pairing: 'ended', offers: 2, load: 0 });
      expect(await notices()).toEqual([
        told(joan, 'pairing-partner-left'),
        told(joan, 'request-asked'),
        told(joan, 'request-mentee-left'),
      ]);
    });

    it('does so once, however often the list says it', async () => {
      await it_.bring(list('2026-11-18', ''));
      const before = await notices();
      expect(await it_.bring(list('2026-11-18', ''), { today: '2026-12-01' })).toMatchObject({ left: 0, changed: 0 });
      expect(await notices()).toEqual(before);
    });

    it('does so on the day that the list gives, and not before', async () => {
      expect(await it_.bring(list('2026-11-19', ''))).toMatchObject({ changed: 1, left: 0 });
      await it_.inside((tx) => leaveWhenDue(tx, it_.house, joan));
      expect(await states()).toMatchObject({ request: 'waiting', pairing: 'active' });
      await it_.inside((tx) => leaveWhenDue({ ...tx, at: tx.at.plus({ days: 1 }) }, it_.house, joan));
      expect(await states()).toMatchObject({ request: 'mentor-left', pairing: 'ended' });
      expect(await it_.rows(`select 1 from due where subject_id = '${joan}'`)).toEqual([]);
    });

    it('and comes back is active again, and nothing is opened for her', async () => {
      await it_.bring(list('2026-11-18', ''));
      expect(await it_.bring(list('', ''))).toMatchObject({ added: 0, changed: 1, returned: 1 });
      expect(await states()).toEqual({ request: 'mentor-left', pairing: 'ended', offers: 0, load: 0 });
      expect(await it_.rows(`select active from identity where user_id = 'joan'`)).toEqual([{ active: true }]);
    });
  });
}
