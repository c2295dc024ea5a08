import { randomUUID } from 'node:crypto';
import type { Identity } from '../../src/chat';
import { mostRaisedPerHour, mostTries } from '../../src/mentoring';
import {
  type Caller,
  confirmMatch,
  linkClaim,
  makeCode,
  meetAccount,
  meetStranger,
  redeemCode,
  refuseClaim,
  type Stranger,
  type Tx,
} from '../../src/services';
import { addRole, holdAccount } from '../../src/store';
import { onServer } from '../databases';
import { counted, patience } from './counted';
import { tidy } from './tidy';
import { openWorld, type World } from './world';

const coordinates = { role: 'coordinator', unitPath: '', programId: '' } as const;
const account = (user: string): Identity => ({ channel: 'slack', tenant: 'T1', user });

onServer('accounts at the same moment, on PostgreSQL', () => {
  const finallyClose = tidy();

  /** A world whose mentors coordinate. */
  const open = async (coordinators: number, people: number): Promise<World> => {
    const world = await openWorld({ mentors: coordinators, mentees: people, places: 1 });
    finallyClose(world.drop);
    for (const caller of world.mentors)
      await world.as(caller, (tx) => addRole(tx, caller.person.personId, coordinates));
    return {
      ...world,
      mentors: world.mentors.map((caller) => ({ ...caller, roles: [coordinates] })),
    };
  };
  const someone = (world: World): Caller => {
    const [first] = world.mentors;
    if (!first) throw new Error('There is nobody.');
    return first;
  };
  /** As an unknown account: nobody acts. */
  const unknown = <T>(world: World, work: (tx: Tx) => Promise<T>): Promise<T> =>
    world.as(someone(world), (tx) => work({ ...tx, actorId: undefined }));
  const speak = (world: World, user: string, email?: string) =>
    unknown(world, async (tx) => {
      const inbound = {
        id: randomUUID(),
        from: account(user),
        at: tx.at,
        place: 'private',
        kind: 'message',
        text: 'hello',
      } as const;
      const profile = { name: user, ...(email === undefined ? {} : { email }), guest: false };
      return meetStranger(tx, world.house, await meetAccount(tx, inbound, profile), 'speaks', undefined);
    });
  const stranger = (user: string): Stranger => ({
    account: account(user),
    address: undefined,
    zone: null,
    guest: false,
    profile: undefined,
  });
  const claimsOf = async (world: World): Promise<readonly string[]> =>
    (await world.rows('select claim_id as id from account_claim order by user_id')).map((row) => String(row.id));
  const counts = async (world: World) =>
    (
      await world.rows(
        `select (select count(*)::int from identity) as linked, (select count(*)::int from event where kind = 'account.linked') as events,
           (select count(*)::int from audit where action like 'account.link.%' and outcome = 'done') as audited,
           (select count(*)::int from notice where kind = 'account-linked') as welcomed`,
      )
    )[0];

  it(
    'one account is linked once, whoever says whose it is',
    async () => {
      const trials = counted(100);
      const world = await open(4, 4);
      for (let n = 0; n < trials; n += 1) await speak(world, `kim${n}`);
      for (const claim of await claimsOf(world)) {
        const all = await Promise.all(
          world.mentors.map((coordinator, index) =>
            world.as(coordinator, (tx) =>
              linkClaim(tx, world.house, coordinator, claim, {
                personId: world.mentees[index]?.person.personId ?? '',
              }),
            ),
          ),
        );
        const changed = all.map((decision) => 'ok' in decision && decision.ok && decision.events[0]?.changed === true);
        expect(changed.filter(Boolean)).toHaveLength(1);
      }
      expect(await counts(world)).toEqual({ linked: trials, events: trials, audited: trials, welcomed: trials });
    },
    patience,
  );

  it(
    'is linked or turned away, never both',
    async () => {
      const trials = counted(100);
      const world = await open(2, 1);
      const [one, other] = world.mentors;
      const [person] = world.mentees;
      if (!one || !other || !person) throw new Error('There are too few people.');
      for (let n = 0; n < trials; n += 1) await speak(world, `kim${n}`);
      for (const claim of await claimsOf(world)) {
        await Promise.all([
          world.as(one, (tx) => linkClaim(tx, world.house, one, claim, { personId: person.person.personId })),
          world.as(other, (tx) => refuseClaim(tx, world.house, other, claim)),
        ]);
      }
      const wrong = await world.rows(
        `select c.claim_id from account_claim c where c.state not in ('linked', 'refused')
           or (c.state = 'linked') <> exists (select 1 from identity i where i.user_id = c.user_id)`,
      );
      expect(wrong).toEqual([]);
    },
    patience,
  );

  it(
    'a second tap on "Yes, that is me" links nothing more, whichever of two processes it reaches',
    async () => {
      const trials = counted(50);
      const world = await open(1, trials);
      for (const [n, { person }] of world.mentees.entries()) await speak(world, `kim${n}`, person.email.toUpperCase());
      for (const claim of await world.rows('select claim_id as id, user_id as user from account_claim')) {
        const yes = (): Promise<unknown> =>
          unknown(world, async (tx) => {
            await holdAccount(tx, account(String(claim.user)));
            return confirmMatch(tx, world.house, stranger(String(claim.user)), String(claim.id));
          });
        const all = await Promise.all([yes(), yes(), yes()]);
        expect(all.filter((each) => each !== undefined)).toHaveLength(1);
      }
      expect(await counts(world)).toEqual({ linked: trials, events: trials, audited: trials, welcomed: 0 });
    },
    patience,
  );

  it(
    'a code links one account, however many type it at once',
    async () => {
      const trials = counted(100);
      const world = await open(1, 1);
      const [owner] = world.mentees;
      if (!owner) throw new Error('There is nobody.');
      for (let n = 0; n < trials; n += 1) {
        const { code } = await world.as(owner, (tx) => makeCode(tx, owner));
        const all = await Promise.all(
          [0, 1, 2, 3].map((each) =>
            unknown(world, async (tx) => {
              await holdAccount(tx, account(`kim${n}-${each}`));
              return redeemCode(tx, world.house, stranger(`kim${n}-${each}`), code);
            }),
          ),
        );
        expect(all.map((each) => each.use).sort()).toEqual(['linked', 'used', 'used', 'used']);
      }
      expect(await counts(world)).toMatchObject({ linked: trials, events: trials });
    },
    patience,
  );

  it('two codes asked for at once leave one that works', async () => {
    const world = await open(1, 1);
    const [owner] = world.mentees;
    if (!owner) throw new Error('There is nobody.');
    const made = await Promise.all([0, 1, 2, 3].map(() => world.as(owner, (tx) => makeCode(tx, owner))));
    expect(new Set(made.map((each) => each.code)).size).toBe(4);
    expect(await world.rows('select count(*)::int as n from link_code where replaced_at is null')).toEqual([{ n: 1 }]);
  }, 60_000);

  it('wrong codes tried at once are counted one by one', async () => {
    const world = await open(1, 1);
    const all = await Promise.all(
      Array.from({ length: 3 * mostTries }, () =>
        unknown(world, async (tx) => {
          await holdAccount(tx, account('kim'));
          return redeemCode(tx, world.house, stranger('kim'), '2222-2222');
        }),
      ),
    );
    expect(all.filter((each) => each.use === 'wrong')).toHaveLength(mostTries);
    expect(all.filter((each) => each.use === 'wait')).toHaveLength(2 * mostTries);
  }, 60_000);

  it('forty accounts that write at once reach the coordinators twenty times, and one that writes twice is one', async () => {
    const world = await open(2, 1);
    await Promise.all(
      Array.from({ length: 2 * mostRaisedPerHour }, (_, n) => [
        speak(world, `kim${n}`),
        speak(world, `kim${n}`),
      ]).flat(),
    );
    const [told] = await world.rows(
      `select (select count(*)::int from account_claim) as claims, (select count(*)::int from account_claim where raised_at is not null) as raised,
         (select count(*)::int from notice where kind = 'account-claimed') as notices,
         (select count(*)::int from notice where kind = 'accounts-waiting') as many,
         (select count(*)::int from event where kind = 'account.claimed') as events`,
    );
    expect(told).toEqual({
      claims: 2 * mostRaisedPerHour,
      raised: mostRaisedPerHour,
      notices: 2 * mostRaisedPerHour,
      many: 2,
      events: 2 * mostRaisedPerHour,
    });
  }, 60_000);
});
