import fc from 'fast-check';
import { isObject } from '../../../src/channels/teams/json';
import { card, prose, replaceWith } from '../../../src/chat';
import { counted } from '../../faults/counted';
import { type Connector, startConnector } from './connector';
import { payload, payloadNames } from './payload';
import { type Rig, startRig } from './rig';

let connector: Connector;
let rig: Rig;

beforeAll(async () => {
  connector = await startConnector();
  rig = await startRig();
  rig.answerWith(() => [replaceWith(card('answer', 'Answer', prose('Answer')))]);
});
afterAll(async () => {
  await rig.close();
  await connector.close();
});

const strange = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(null, true, 0, -1, '', [], {}, '${x}', '<at>x</at>', '../../x', '\u0000', 'x'.repeat(5000), {
    $gt: '',
  }),
);

/** Every path to a value inside a payload, so that any of them can be spoiled. */
function pathsOf(node: unknown, above: readonly string[] = []): (readonly string[])[] {
  if (typeof node !== 'object' || node === null) return [above];
  return [above, ...Object.entries(node).flatMap(([key, value]) => pathsOf(value, [...above, key]))];
}

function spoiled(node: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(node)) return node.map((entry, at) => (String(at) === key ? spoiled(entry, rest, value) : entry));
  return isObject(node) ? { ...node, [key]: spoiled(node[key], rest, value) } : node;
}

const almost = fc.constantFrom(...payloadNames).chain((name) => {
  const whole = payload(name, { serviceUrl: connector.url });
  const paths = pathsOf(whole).filter(([first]) => first !== 'serviceUrl');
  return fc
    .tuple(fc.constantFrom(...paths), strange, fc.uuid())
    .map(([path, value, id]) => spoiled({ ...whole, id }, path, value));
});

describe('the door, when anything is thrown at it', () => {
  it('never falls, never blames itself, and answers the next person as ever', async () => {
    const bodies = fc.sample(
      fc.oneof({ weight: 4, arbitrary: almost }, { weight: 1, arbitrary: strange }),
      counted(10_000),
    );
    const seen = new Map<number, number>();
    for (let at = 0; at < bodies.length; at += 20) {
      const responses = await Promise.all(bodies.slice(at, at + 20).map((body) => rig.post(body)));
      for (const { status } of responses) seen.set(status, (seen.get(status) ?? 0) + 1);
    }
    const unexpected = [...seen.keys()].filter((status) => status >= 500 && status !== 501);
    expect(unexpected).toEqual([]);
    expect([...seen.keys()]).toEqual(expect.arrayContaining([200, 400]));
    const { status, body } = await rig.post(payload('invoke-action', { serviceUrl: connector.url, id: 'after-all' }));
    expect({ status, body }).toMatchObject({ status: 200, body: { type: 'application/vnd.microsoft.card.adaptive' } });
  }, 300_000);
});
