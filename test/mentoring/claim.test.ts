import { type Approach, type Claim, mayRaise, meet, mostRaisedPerHour } from '../../src/mentoring';

type Known = Pick<Claim, 'state' | 'notPersonId'> | undefined;
const claim = (state: Claim['state'], notPersonId: string | null = null): Known => ({ state, notPersonId });

const cases: [string, Known, Approach, boolean, string | undefined, object][] = [
  ['speaks, and nothing is known', undefined, 'speaks', false, undefined, { meets: 'claim' }],
  ['only comes by', undefined, 'comes', false, undefined, { meets: 'stranger' }],
  ['came by and then asks', undefined, 'knocks', false, undefined, { meets: 'claim' }],
  ['has the address of somebody', undefined, 'comes', false, 'ana', { meets: 'match', personId: 'ana' }],
  ['was asked before', claim('asked'), 'speaks', false, 'ana', { meets: 'match', personId: 'ana' }],
  ['was asked, and she has left since', claim('asked'), 'speaks', false, undefined, { meets: 'claim' }],
  ['has said no to her', claim('waiting', 'ana'), 'speaks', false, 'ana', { meets: 'waiting' }],
  [
    'has said no, and the address is another’s now',
    claim('waiting', 'ana'),
    'speaks',
    false,
    'ben',
    { meets: 'match', personId: 'ben' },
  ],
  ['waits, and is on the list since', claim('waiting'), 'speaks', false, 'ana', { meets: 'match', personId: 'ana' }],
  ['waits', claim('waiting'), 'comes', false, undefined, { meets: 'waiting' }],
  ['was turned away', claim('refused'), 'knocks', false, 'ana', { meets: 'refused' }],
  ['is a guest', undefined, 'speaks', true, undefined, { meets: 'guest' }],
  ['is a guest with the address of somebody', undefined, 'speaks', true, 'ana', { meets: 'guest' }],
  ['is a guest who asks to be let in', undefined, 'knocks', true, 'ana', { meets: 'claim' }],
  ['is a guest who waits', claim('waiting'), 'speaks', true, 'ana', { meets: 'waiting' }],
];

describe('an unknown account that', () => {
  it.each(cases)('%s', (_, known, approach, guest, match, met) => {
    expect(meet(known, approach, guest, match)).toEqual(met);
  });
});

it('coordinators hear of twenty accounts an hour one by one', () => {
  expect([mostRaisedPerHour, mayRaise(19), mayRaise(20), mayRaise(21)]).toEqual([20, true, false, false]);
});
