import { DateTime } from 'luxon';
import { read } from '../../src/channels/slack/read';
import type { Delivered } from '../../src/chat';
import { slackBook } from '../../src/start/slack-book';
import { joinGrid, mentorsWaitingForApp, noteAddress, organizationIds } from '../../src/store';
import { payload } from '../channels/slack/payload';
import { openHouse } from '../chat';
import { anyStore, type TestStore } from '../databases';

const people = `name,email,unit,slack_team,slack_user,teams_tenant,teams_user,roles,mentor_topics
Joan Ek,joan@nome.example.gov,Nome,,,t1,joan,,interviewing;case_notes
Ben Ross,ben@nome.example.gov,Nome,T1,ben,t1,ben-teams,,interviewing
Ana Reyes,ana@bethel.example.gov,Bethel,T1,ana,,,coordinator,
Kim Noorvik,kim@nome.example.gov,Nome,,,t1,kim,,
Gil Savoonga,gil@nome.example.gov,Nome,T1,gil,,,,
`;

let store: TestStore;
let house: Awaited<ReturnType<typeof openHouse>>;
beforeAll(async () => {
  store = await anyStore();
  house = await openHouse(store, people);
}, 60_000);
afterAll(async () => {
  await house.close();
  await store.drop();
});

const organizationId = async () =>
  String((await store.sql('select organization_id as id from organization_index'))[0]?.id);
const inside = async <T>(work: Parameters<typeof store.inOrganization<T>>[2]): Promise<T> =>
  store.inOrganization(await organizationId(), undefined, work);
const waiting = () => inside(mentorsWaitingForApp);
const isReachable = async (user: string): Promise<unknown> =>
  inside(
    async (tx) => (await tx.manager.query('select reachable from identity where user_id = $1', [user]))[0]?.reachable,
  );
const joan = { channel: 'teams', tenant: 't1', user: 'joan' } as const;

describe('an account that can be written to', () => {
  /** As it stands after an import: nobody has heard of the app there. */
  beforeEach(() =>
    inside((tx) =>
      tx.manager.query(
        `update identity set active = true, installed_at = null, seen_at = null where channel = 'teams'`,
      ),
    ),
  );

  it('is, in Teams, one where the app is; in Slack, any of an installed workspace', async () => {
    expect(house.imported.faults).toEqual([]);
    expect([await isReachable('joan'), await isReachable('ben'), await isReachable('ben-teams')]).toEqual([
      false,
      true,
      false,
    ]);
    expect(await waiting()).toBe(1);
    await house.act('teams', 'joan', { kind: 'installed' });
    expect(await isReachable('joan')).toBe(true);
    expect(await waiting()).toBe(0);
  });

  it('is none any more when the app is taken away, until she is heard of again', async () => {
    await house.act('teams', 'joan', { kind: 'installed' });
    await house.act('teams', 'joan', { kind: 'uninstalled' });
    expect([await isReachable('joan'), await waiting()]).toEqual([false, 1]);
    await house.say('teams', 'joan', 'hello');
    expect([await isReachable('joan'), await waiting()]).toEqual([true, 0]);
  });

  it('is not proved by a word in a channel, where the bot may be and the app in her own chat not', async () => {
    await house.act('teams', 'joan', { kind: 'installed' });
    await house.act('teams', 'joan', { kind: 'uninstalled' });
    const { home: _, ...heard } = house.inbound('teams', 'joan', { kind: 'message', text: 'help' });
    await house.receive({ ...heard, place: 'shared' }).replies;
    expect(await isReachable('joan')).toBe(false);
  });

  it('is proved by a message that arrived', async () => {
    await inside((tx) => noteAddress(tx, joan, { channel: 'teams', ref: 'the chat that was opened' }));
    expect([await isReachable('joan'), await waiting()]).toEqual([true, 0]);
  });
});

describe('an Enterprise Grid', () => {
  it('knows everybody who was imported under one of its workspaces, and nobody twice', async () => {
    const book = slackBook(store, { revive: async () => undefined }, () => undefined);
    const entry = { tenant: 'E0001', grid: 'E0001', text: '{}', endsAt: undefined };
    const [here] = await organizationIds(store);
    expect(await book.add(entry, here)).toBe('joined');
    const ask = () =>
      house.act('slack', 'gil', { kind: 'message', text: 'help' }, undefined, {
        from: { channel: 'slack', tenant: 'E0001', user: 'gil' },
      });
    expect(JSON.stringify(await ask())).toContain('coordinator-asked');
    await book.noteWorkspaces('E0001', ['T1', 'T2']);
    expect(JSON.stringify(await ask())).toContain('How I can help');
    const accounts = await inside((tx) => tx.manager.query(`select tenant from identity where user_id = 'gil'`));
    expect(accounts).toEqual([{ tenant: 'E0001' }]);
  });

  it('reads the Grid from what Slack sends', () => {
    const act = read(payload('command-grid'), DateTime.utc());
    expect(act?.inbound.from).toEqual({ channel: 'slack', tenant: 'E0001', user: 'W2147483697' });
  });
});

describe('a stranger of Slack Connect', () => {
  it.each([
    ['mention-foreign', 'stranger-pointer'],
    ['shortcut', 'guest-refused'],
  ])('hears a kind refusal, and nothing of the directory (%s)', async (name, refusal) => {
    const foreign = name === 'shortcut' ? { user: { id: 'U9999', team_id: 'T9999' } } : {};
    const act = read(payload(name, foreign), DateTime.utc());
    if (act === undefined) throw new Error('The payload was not read.');
    expect(act.inbound).toMatchObject({ guest: true });
    const replies = await house.receive({ ...act.inbound, id: `stranger-${name}` }).replies;
    expect(replies).toMatchObject([{ kind: 'card', card: { name: refusal } }]);
    expect(JSON.stringify(replies)).not.toMatch(/Joan|Ben|Ana|Kim|Gil|Nome|nterview/);
  });
});

/** A house of its own, in which Ana has just asked the only mentor in interviewing. */
async function asked(mentor: string, outcome: Extract<Delivered, { ok: false }>) {
  const store = await anyStore();
  const house = await openHouse(
    store,
    `name,email,slack_team,slack_user,teams_tenant,teams_user,roles,mentor_topics\n${mentor}\nAna Reyes,ana@bethel.example.gov,T1,ana,,,coordinator,\n`,
  );
  house.outcomes.push(outcome);
  await house.say('slack', 'ana', 'find a mentor for interviewing');
  await house.press('slack', 'ana', 'Ask');
  await house.submit('slack', 'ana', { need: 'How do I begin?', topic: 'interviewing' });
  await house.settle();
  const [row] = await store.sql('select organization_id as id from organization_index');
  const rows = (sql: string): Promise<unknown[]> =>
    store.inOrganization(String(row?.id), undefined, (tx) => tx.manager.query(sql));
  const close = async (): Promise<void> => {
    await house.close();
    await store.drop();
  };
  return { store, house, rows, close };
}

describe('a message that finds no way', () => {
  it('is kept with the reason, and the account counts as one that cannot be written to', async () => {
    const story = await asked('Joan Ek,joan@nome.example.gov,,,t1,joan,,interviewing', {
      ok: false,
      because: 'unreachable',
      code: 'http-403',
    });
    expect(await story.rows(`select reachable from identity where user_id = 'joan'`)).toEqual([{ reachable: false }]);
    expect(await story.rows('select state, reason from message')).toContainEqual({
      state: 'dead',
      reason: 'unreachable:http-403',
    });
    await story.close();
  }, 60_000);

  it('because the app was removed from the workspace, goes out when it is installed again, for its whole Grid too', async () => {
    const story = await asked('Joan Ek,joan@nome.example.gov,T1,joan,,,,interviewing', {
      ok: false,
      because: 'unreachable',
      code: 'not_installed',
    });
    expect(await story.rows('select state, reason from message')).toContainEqual({
      state: 'dead',
      reason: 'unreachable:not_installed',
    });
    const book = slackBook(story.store, story.house.foundation.ledger, () => undefined);
    const entry = { tenant: 'E1', grid: 'E1', text: '{}', endsAt: undefined };
    await joinGrid(story.store, 'T1', 'E1', String((await organizationIds(story.store))[0]));
    expect(await book.add(entry, undefined)).toBe('joined');
    await story.house.settle();
    expect(story.house.sends.map((send) => [send.user, ...send.card.name.split('+').sort()])).toEqual([
      ['ana', 'mentor-unreachable', 'request-mentor-unreachable'],
      ['joan', 'request-for-mentor'],
    ]);
    expect(await story.rows(`select reachable from identity where user_id = 'joan'`)).toEqual([{ reachable: true }]);
    await story.close();
  }, 60_000);
});
