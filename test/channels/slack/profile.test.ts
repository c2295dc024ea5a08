import { type Bench, slackBench } from './driver';
import type { Answered } from './stand-in';

let bench: Bench;
beforeEach(async () => {
  bench = await slackBench({ timeouts: { profile: 10_000 } });
});
afterEach(async () => {
  await bench.close();
});

const kim = { channel: 'slack', tenant: 'T0001', user: 'U1' } as const;
const user = (more: object = {}): Answered => ({
  body: {
    ok: true,
    user: {
      id: 'U1',
      team_id: 'T0001',
      real_name: 'kim',
      is_restricted: false,
      is_email_confirmed: true,
      profile: { real_name: 'Kim Doe', email: 'Kim.Doe@example.gov' },
      ...more,
    },
  },
});

describe('whose account it is, as Slack says', () => {
  it('is asked once, in the name of the installation', async () => {
    bench.slack.answer('users.info', user());
    expect(await bench.channel.profile(kim, undefined)).toEqual({
      name: 'Kim Doe',
      email: 'Kim.Doe@example.gov',
      guest: false,
    });
    expect(bench.slack.calls).toMatchObject([{ method: 'users.info', token: 'xoxb-T0001', args: { user: 'U1' } }]);
  });

  it.each([
    ['without the scope for addresses', { profile: { real_name: 'Kim Doe' } }],
    ['with an address that was never confirmed', { is_email_confirmed: false }],
    ['with an empty address', { profile: { real_name: 'Kim Doe', email: ' ' } }],
  ])('has no address: %s', async (_, more) => {
    bench.slack.answer('users.info', user(more));
    expect(await bench.channel.profile(kim, undefined)).toEqual({ name: 'Kim Doe', guest: false });
  });

  it.each([
    ['a guest of several channels', { is_restricted: true }],
    ['a guest of one channel', { is_restricted: true, is_ultra_restricted: true }],
    ['somebody of a shared channel', { is_stranger: true }],
    ['another workspace', { team_id: 'T0999' }],
  ])('is a guest: %s', async (_, more) => {
    bench.slack.answer('users.info', user(more));
    expect(await bench.channel.profile(kim, undefined)).toMatchObject({ guest: true });
  });

  it('is no guest in another workspace of the same Grid', async () => {
    bench.slack.answer(
      'users.info',
      user({ team_id: 'T0999', enterprise_user: { enterprise_id: 'E1', teams: ['T0999', 'T0001'] } }),
      user({ team_id: 'T0999', enterprise_user: { enterprise_id: 'E1', teams: ['T0999'] } }),
    );
    expect(await bench.channel.profile(kim, undefined)).toMatchObject({ guest: false });
    expect(await bench.channel.profile({ ...kim, tenant: 'E1' }, undefined)).toMatchObject({ guest: false });
  });

  it('shows nothing that deceives the eye, nor a name without end', async () => {
    bench.slack.answer('users.info', user({ profile: { real_name: `Kim\u202e${'x'.repeat(500)}` } }));
    const profile = await bench.channel.profile(kim, undefined);
    expect(profile?.name).toMatch(/^Kimx+…$/);
    expect(profile?.name.length).toBeLessThanOrEqual(120);
  });

  it.each<[string, Answered]>([
    ['refuses for want of a scope', { body: { ok: false, error: 'missing_scope' } }],
    ['does not know the account', { body: { ok: false, error: 'user_not_found' } }],
    ['is asked too often', { status: 429, headers: { 'retry-after': '30' } }],
    ['is down', { status: 503 }],
    ['cuts the line', 'cut'],
    ['answers something else', { body: { ok: true, user: 'Kim' } }],
  ])('is not known where Slack %s', async (_, answered) => {
    bench.slack.answer('users.info', answered);
    expect(await bench.channel.profile(kim, undefined)).toBeUndefined();
  });

  it('is not known where Slack says nothing in time', async () => {
    const hasty = await slackBench({ timeouts: { profile: 150 } });
    hasty.slack.answer('users.info', 'silence');
    expect(await hasty.channel.profile(kim, undefined)).toBeUndefined();
    await hasty.close();
  });
});
