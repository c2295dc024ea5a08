import { type Child, startChild } from './child';
import type { Target } from './load';
import { askedTopic, type Behind, type Memory } from './memory-house';
import { compare } from './pair';
import { oneReply } from './slack';
import { activities, message, press, teamsPath } from './teams-wire';

const kinds = {
  invoke: { own: press(['find', { topic: askedTopic, page: 1 }]), holds: 'Mentors for Interviewing' },
  // A message is answered by a message of our own to the connector; the answer to the request itself is empty.
  message: { own: message(`find ${askedTopic}`), holds: '' },
} as const;

const rounds = 5;

async function pairOf(connector: Child, behind: Behind, name: string): Promise<void> {
  const ours = await startChild('memory-teams', behind);
  const targetOf = ({ port }: Child, kind: keyof typeof kinds): Target => ({
    port,
    path: teamsPath,
    next: activities(connector.port, kinds[kind].own),
    holds: kinds[kind].holds,
    connections: 16,
  });
  const invoke = await oneReply(targetOf(ours, 'invoke'));
  if (!('value' in invoke)) throw new Error('The invoke was not answered with a card.');
  const floor = await startChild('bare-botbuilder', { invoke, card: invoke.value });
  for (const kind of ['invoke', 'message'] as const) {
    const before = Number(await connector.ask('calls'));
    await compare(
      { bench: 'teams', name: `${kind}, ${name} / bare botbuilder`, target: 2, rounds },
      { child: floor, target: targetOf(floor, kind) },
      { child: ours, target: targetOf(ours, kind) },
    );
    const sent = Number(await connector.ask('calls')) - before;
    if (sent > 0 !== (kind === 'message')) throw new Error(`For the ${kind} the connector was called ${sent} times.`);
  }
  await Promise.all([floor.stop(), ours.stop()]);
}

/** A Teams activity without database work: bare botbuilder with a static card, and our path with one drawn each time. */
export async function benchTeams(memory: Memory): Promise<void> {
  const connector = await startChild('connector', {});
  await pairOf(connector, { memory, door: 'ready' }, 'card drawn');
  await pairOf(connector, { memory, door: 'whole' }, 'whole find, database from memory');
  await connector.stop();
}
