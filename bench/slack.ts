import { type Child, startChild } from './child';
import type { Target } from './load';
import { askedTopic, type Behind, type Memory } from './memory-house';
import { compare } from './pair';
import { slackPath, slashCommands } from './slack-wire';

export const commandTarget = ({ port }: Child, connections = 16): Target => ({
  port,
  path: slackPath,
  next: slashCommands(`find ${askedTopic}`),
  holds: 'Mentors for Interviewing',
  connections,
});

/** One answer of this server, for the floor to give as it stands. */
export async function oneReply({ port, path, next, holds }: Target): Promise<object> {
  const { body, headers } = next();
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body, headers });
  const text = await response.text();
  if (!response.ok || !text.includes(holds)) throw new Error(`The product answered ${response.status}: ${text}`);
  return JSON.parse(text);
}

async function one(name: string, behind: Behind): Promise<void> {
  const ours = await startChild('memory-slack', behind);
  const target = commandTarget(ours);
  const floor = await startChild('bare-bolt', { reply: await oneReply(target) });
  await compare(
    { bench: 'slack', name, target: 1.3, rounds: 5 },
    { child: floor, target: commandTarget(floor) },
    { child: ours, target },
  );
  await Promise.all([floor.stop(), ours.stop()]);
}

/** A slash command without database work: bare Bolt with a static answer, and our path with one drawn each time. */
export async function benchSlack(memory: Memory): Promise<void> {
  await one('command path, card drawn / bare Bolt', { memory, door: 'ready' });
  await one('command path with the whole find, database from memory / bare Bolt', { memory, door: 'whole' });
}
