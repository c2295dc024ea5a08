import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Pairing } from '../../src/mentoring';
import { type Caller, confirmSession, correctSession, endExchange, goOn, logSession } from '../../src/services';
import { insertPairing, pairingById, sessionOn, sessionsIn, type Tx, takePlace } from '../../src/store';
import { onServer } from '../databases';
import { type Act, anyActOf, does, type Exchange, given } from '../mentoring/exchange-moves';
import { counted, patience } from './counted';
import { openWorld, topic, type World } from './world';

/** What one partner does at the same moment as the other; who leaves the organization is another story. */
const actOf = (who: 'ana' | 'joan') => anyActOf(fc.constant(who)).filter((act) => act.act !== 'leave');
const rounds = fc.array(fc.tuple(actOf('ana'), actOf('joan')), { minLength: 1, maxLength: 8 });
const runs = counted(200);

type Standing = { readonly pairing: object; readonly sessions: readonly object[] };

const standing = ({ pairing, sessions }: Exchange, nameOf: (id: string) => string): Standing => ({
  pairing: {
    state: pairing.state,
    mentee: pairing.menteeGoesOn,
    mentor: pairing.mentorGoesOn,
    by: pairing.endedBy,
    why: pairing.endKind,
  },
  sessions: [...sessions.values()]
    .toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : 1))
    .map(({ heldOn, minutes, state, loggedBy, version }) => ({
      heldOn,
      minutes,
      state,
      by: nameOf(loggedBy),
      version,
    })),
});

onServer('both partners at the same moment, on PostgreSQL', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ mentors: runs + 60, mentees: 1, places: 1 });
  }, 60_000);
  afterAll(() => world.drop());

  /** Carries one act out as this person does; refusals are as good as effects here. */
  async function carryOut(tx: Tx, who: Caller, pairingId: string, act: Act): Promise<void> {
    const { house } = world;
    switch (act.act) {
      case 'go-on':
        await goOn(tx, house, who, pairingId);
        return;
      case 'end':
        await endExchange(tx, house, who, pairingId, act.why);
        return;
      case 'leave':
        return;
      case 'log':
        await logSession(tx, house, who, pairingId, { ...act.facts, topicId: topic });
        return;
      default: {
        const session = await sessionOn(tx, pairingId, act.on);
        if (!session) return;
        if (act.act === 'confirm') await confirmSession(tx, house, who, session.sessionId);
        else await correctSession(tx, house, who, session.sessionId, { ...act.facts, topicId: topic });
      }
    }
  }

  it(
    'leave what one of the two orders of their acts would leave',
    async () => {
      let told = 0;
      const [ana] = world.mentees;
      if (!ana) throw new Error('There is no mentee.');
      await fc.assert(
        fc.asyncProperty(rounds, async (acts) => {
          const joan = world.mentors[told];
          told += 1;
          if (!joan) throw new Error('There are no more mentors.');
          const nameOf = (id: string): string => (id === joan.person.personId || id === 'joan' ? 'joan' : 'ana');
          const pairing: Pairing = {
            ...given,
            pairingId: randomUUID(),
            programId: 'bethel-nome-exchange',
            topicId: topic,
            menteeId: ana.person.personId,
            mentorId: joan.person.personId,
            requestId: null,
          };
          await world.as(joan, async (tx) => {
            await takePlace(tx, joan.person.personId);
            await insertPairing(tx, pairing);
          });
          let model: Exchange = { pairing: given, sessions: new Map() };
          for (const [byAna, byJoan] of acts) {
            // A session that is confirmed or corrected is the one that stood on that day before this moment.
            await Promise.all([
              world.as(ana, (tx) => carryOut(tx, ana, pairing.pairingId, byAna)),
              world.as(joan, (tx) => carryOut(tx, joan, pairing.pairingId, byJoan)),
            ]);
            const real = await world.as(joan, async (tx) => {
              const now = await pairingById(tx, pairing.pairingId);
              const sessions = await sessionsIn(tx, pairing.pairingId);
              return (
                now &&
                standing({ pairing: now, sessions: new Map(sessions.map((each) => [each.heldOn, each])) }, nameOf)
              );
            });
            const at = given.startedAt;
            const orders = [does(does(model, byAna, at), byJoan, at), does(does(model, byJoan, at), byAna, at)];
            const match = orders.find((each) => JSON.stringify(standing(each, nameOf)) === JSON.stringify(real));
            if (!match)
              expect({ byAna, byJoan, real }).toEqual({
                byAna,
                byJoan,
                real: orders.map((each) => standing(each, nameOf)),
              });
            model = match ?? model;
          }
          const load = await world.rows('select load from mentor_profile where person_id = $1', [joan.person.personId]);
          expect(load).toEqual([{ load: model.pairing.state === 'ended' ? 0 : 1 }]);
        }),
        { numRuns: runs },
      );
    },
    patience,
  );
});
