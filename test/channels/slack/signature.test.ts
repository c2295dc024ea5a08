import { claimOf, isTimely, seenSignatures } from '../../../src/channels/slack/signature';
import { type Bench, now, secrets, signature, slackBench, wireForm } from './driver';
import { payload } from './payload';

let bench: Bench;
beforeEach(async () => {
  bench = await slackBench();
});
afterEach(async () => {
  await bench.close();
});

const seconds = (shift = 0) => String(Math.floor(now.toSeconds()) + shift);
const { body, type } = wireForm(payload('command'));
const signed = (timestamp: string, secret?: string, of = body) => ({
  'content-type': type,
  'x-slack-request-timestamp': timestamp,
  'x-slack-signature': signature(of, timestamp, secret),
});

async function refused(headers: Record<string, string | string[]>, of = body): Promise<void> {
  expect(await bench.post(of, headers)).toMatchObject({ status: 401, text: '' });
  expect(bench.inbounds).toEqual([]);
}

describe('a request to the Slack endpoint', () => {
  it('passes when Slack signed it now, with either secret', async () => {
    expect((await bench.post(body, signed(seconds()))).status).toBe(200);
    expect((await bench.post(body, signed(seconds(1), secrets[1]))).status).toBe(200);
    expect(bench.inbounds).toHaveLength(2);
  });

  it('passes at the edges of five minutes and not beyond, on both sides of now', async () => {
    expect((await bench.post(body, signed(seconds(-300)))).status).toBe(200);
    expect((await bench.post(body, signed(seconds(300)))).status).toBe(200);
    bench.inbounds.length = 0;
    await refused(signed(seconds(-301)));
    await refused(signed(seconds(301)));
  });

  it('is refused when somebody else signed it, or the body is another', async () => {
    await refused(signed(seconds(), 'a guess'));
    await refused(signed(seconds()), body.replace('find', 'fine'));
    await refused({ ...signed(seconds()), 'x-slack-request-timestamp': seconds(1) });
  });

  it('is refused when the very same was here before', async () => {
    expect((await bench.post(body, signed(seconds()))).status).toBe(200);
    bench.inbounds.length = 0;
    await refused(signed(seconds()));
    bench.at(now.plus({ seconds: 299 }));
    await refused(signed(seconds()));
  });

  it('is refused as a repeat for as long as its time is good, also when it came from the future', async () => {
    expect((await bench.post(body, signed(seconds(300)))).status).toBe(200);
    bench.inbounds.length = 0;
    bench.at(now.plus({ seconds: 599 }));
    await refused(signed(seconds(300)));
  });

  it('is taken when Slack itself repeats it: that is signed anew', async () => {
    await bench.post(body, signed(seconds()));
    await bench.post(body, { ...signed(seconds(1)), 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' });
    expect(bench.inbounds.map(({ id }) => id)).toEqual([bench.inbounds[0]?.id, bench.inbounds[0]?.id]);
    expect(bench.inbounds).toHaveLength(2);
  });

  const good = signed(seconds());
  const hash = good['x-slack-signature'];
  const without = (name: string) => Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));
  it.each<[string, Record<string, string | string[]>]>([
    ['no signature', without('x-slack-signature')],
    ['no time', without('x-slack-request-timestamp')],
    ['an empty signature', { ...good, 'x-slack-signature': '' }],
    ['an empty time', { ...good, 'x-slack-request-timestamp': '' }],
    ['another version', { ...good, 'x-slack-signature': hash.replace('v0', 'v1') }],
    ['no version', { ...good, 'x-slack-signature': hash.slice(3) }],
    ['junk behind the hash', { ...good, 'x-slack-signature': `${hash}=junk` }],
    ['a short hash', { ...good, 'x-slack-signature': hash.slice(0, -2) }],
    ['capitals', { ...good, 'x-slack-signature': hash.toUpperCase() }],
    ['two signatures', { ...good, 'x-slack-signature': [hash, hash] }],
    ['two times', { ...good, 'x-slack-request-timestamp': [seconds(), seconds()] }],
    ['a time that is no number', { ...good, 'x-slack-request-timestamp': 'now' }],
    ['a time with a fraction', { ...good, 'x-slack-request-timestamp': `${seconds()}.5` }],
    ['a time of hex', { ...good, 'x-slack-request-timestamp': `0x${Number(seconds()).toString(16)}` }],
    ['a time in milliseconds', { ...good, 'x-slack-request-timestamp': `${seconds()}000` }],
  ])('is refused with %s', async (_, headers) => {
    await refused(headers);
  });

  it('is refused unsigned, also as the check that Bolt alone would answer', async () => {
    await refused({ 'content-type': type }, 'ssl_check=1&token=x');
    await refused({ 'content-type': 'application/json' }, '{"type":"url_verification","challenge":"c"}');
  });

  it('answers the two checks once they are signed, and nobody hears of them', async () => {
    expect((await bench.send({ ssl_check: '1' })).status).toBe(200);
    expect(await bench.send({ type: 'url_verification', challenge: 'c' })).toMatchObject({
      status: 200,
      body: { challenge: 'c' },
    });
    expect(bench.inbounds).toEqual([]);
  });

  it('is refused without being read to the end when it is too long', async () => {
    const long = `text=${'a'.repeat(5_000_000)}`;
    const answer = await bench.post(long, signed(seconds(), undefined, long)).catch(() => ({ status: 413 }));
    expect(answer.status).toBe(413);
    expect(bench.inbounds).toEqual([]);
  });

  it('reaches nothing at another spelling of the path', async () => {
    expect((await fetch(`http://127.0.0.1:${bench.port}/SLACK/events/`, { method: 'POST', body: '{}' })).status).toBe(
      401,
    );
    expect(bench.inbounds).toEqual([]);
  });
});

describe('the memory for signatures', () => {
  const claim = (index: number) => ({ signature: `v0=${String(index).padStart(64, '0')}`, timestamp: '1000' });

  it('never holds more than it may', () => {
    const seen = seenSignatures(3);
    for (let index = 0; index < 10; index++) expect(seen.firstTime(claim(index), 1000)).toBe(true);
    expect(seen.firstTime(claim(9), 1000)).toBe(false);
    expect(seen.firstTime(claim(0), 1000)).toBe(true);
  });

  it('forgets what could not be repeated any more', () => {
    const seen = seenSignatures();
    expect(seen.firstTime(claim(1), 1000)).toBe(true);
    expect(seen.firstTime(claim(1), 1300)).toBe(false);
    expect(seen.firstTime(claim(1), 1301)).toBe(true);
    expect(isTimely(claim(1), 1301)).toBe(false);
  });

  it('takes no header that is a list', () => {
    expect(claimOf(['v0=x'], '1')).toBeUndefined();
  });
});
