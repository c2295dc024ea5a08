import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type Inbound, type Receive, type Reply, replaceWith } from '../src/chat';
import { projectRoot } from '../src/config';
import { createLedger } from '../src/delivery';
import { createReceiver } from '../src/intents';
import { houseOf } from '../src/services';
import { realTime } from '../src/start/clock';
import { understandingOf } from '../src/start/hearing';
import { readPrograms } from '../src/start/house';
import { makeMasterKeys, type Store, type Tx } from '../src/store';
import { createVault } from '../src/store/vault';
import { keysOf, openBenchStore } from './database';
import { organizationId, seed, slackTeam, slackUser } from './seed';
import { PlayedManager, RecordingManager, type Tape } from './tape';

export type Memory = { readonly keys: string; readonly tape: Tape };

const mentorCount = 2000;
export const askedTopic = 'interviewing';

async function receiverOn(inOrganization: Store['inOrganization']): Promise<Receive> {
  const { programs, catalog } = await readPrograms(join(projectRoot, 'programs'));
  const ledger = createLedger({ enqueue: async () => undefined });
  return createReceiver({
    house: houseOf(programs, catalog, ledger),
    inOrganization,
    organizationOf: async () => organizationId,
    hearing: { understand: understandingOf(catalog, []) },
    profileOf: async () => undefined,
    reference: () => randomUUID().slice(0, 8),
    wake: () => undefined,
    log: { error: (fields, message) => console.error(message, fields) },
  }).receive;
}

const firstFind = (): Inbound => ({
  kind: 'message',
  text: `find ${askedTopic}`,
  id: randomUUID(),
  from: { channel: 'slack', tenant: slackTeam, user: slackUser(0) },
  at: realTime(),
  place: 'private',
  home: { channel: 'slack', ref: 'nowhere' },
});

/** The same by a button of a card that stands in her chat. */
const pressedFind = (): Inbound => {
  const { id, from, at, place } = firstFind();
  const address = { channel: 'slack', ref: 'nowhere' } as const;
  const token = { intent: 'find', args: { topic: askedTopic } };
  return { kind: 'action', token, id, from, at, place, home: address, on: { address, message: 'card' } };
};

/** One find through this door; throws where it finds nobody. */
async function foundBy(receive: Receive): Promise<readonly Reply[]> {
  const replies = await receive(firstFind()).replies;
  const [reply] = replies;
  if (reply?.kind !== 'card' || reply.card.name !== 'mentors-found') throw new Error('The find found nobody.');
  return replies;
}

/** A door behind which nobody thinks: these replies, at once; a pressed button's card gives way to them. */
const readyReceive =
  (replies: readonly Reply[]): Receive =>
  ({ kind }) => ({
    recorded: Promise.resolve(),
    replies: Promise.resolve(
      replies.map((reply) => (reply.kind === 'card' && kind === 'action' ? replaceWith(reply.card) : reply)),
    ),
  });

/** Carries out one find on a small embedded database and keeps what the database answered. */
export async function recordMemory(topicIds: readonly string[]): Promise<Memory> {
  const keys = makeMasterKeys();
  const tape: Tape = {};
  const store = await openBenchStore(keys);
  try {
    await seed(store, mentorCount, topicIds);
    const receive = await receiverOn((organization, actor, work) =>
      store.inOrganization(organization, actor, (tx) =>
        work({ ...tx, manager: new RecordingManager(tx.manager, tape) }),
      ),
    );
    await foundBy(receive);
    await receive(pressedFind()).replies;
    return { keys, tape };
  } finally {
    await store.close();
  }
}

/** The house's own door, with a database that answers from memory. */
async function memoryReceive({ keys, tape }: Memory): Promise<Receive> {
  const manager = new PlayedManager(tape);
  const vault = createVault(keysOf(keys));
  const txOf = (organization: string, actorId: string | undefined): Tx => ({
    organizationId: organization,
    actorId,
    at: realTime(),
    newId: randomUUID,
    manager,
    vault,
  });
  return receiverOn(async (organization, actor, work) => work(txOf(organization, actor)));
}

/** What stands behind a channel under test: the whole door with what is behind it, or replies that stand ready. */
export type Behind = { readonly memory: Memory; readonly door: 'whole' | 'ready' };

export const isBehind = (message: unknown): message is Behind =>
  typeof message === 'object' && message !== null && 'memory' in message && 'door' in message;

export async function behindTheDoor({ memory, door }: Behind): Promise<Receive> {
  const receive = await memoryReceive(memory);
  return door === 'whole' ? receive : readyReceive(await foundBy(receive));
}
