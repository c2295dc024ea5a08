import { mayRespondTo, respond } from '../../../src/channels/slack/respond';
import { type StandIn, slackStandIn } from './stand-in';

const slack = 'https://slack.com/api/';
const local = 'http://127.0.0.1:4000/api/';

describe('an address to answer to', () => {
  it.each([
    ['https://hooks.slack.com/commands/1/2/3', slack],
    ['https://hooks.slack-gov.com/actions/1/2/3', 'https://slack-gov.com/api/'],
    ['http://127.0.0.1:5000/x', local],
    ['http://localhost:5000/x', local],
    ['http://[::1]:5000/x', local],
    ['https://hooks.slack.com/x', local],
  ])('%s is taken, with the API at %s', (url, api) => {
    expect(mayRespondTo(url, api)).toBe(true);
  });

  it.each([
    ['https://hooks.slack-gov.com/actions/1/2/3', slack],
    ['https://hooks.slack.com/actions/1/2/3', 'https://slack-gov.com/api/'],
    ['http://hooks.slack.com/x', slack],
    ['https://hooks.slack.com:8443/x', slack],
    ['https://a@hooks.slack.com/x', slack],
    ['https://hooks.slack.com.evil.example/x', slack],
    ['https://evil.example/hooks.slack.com', slack],
    ['http://127.0.0.1:5000/x', slack],
    ['http://127.0.0.1.evil.example/x', local],
    ['http://169.254.169.254/latest', local],
    ['file:///etc/passwd', local],
    ['', slack],
  ])('%s is not, with the API at %s', (url, api) => {
    expect(mayRespondTo(url, api)).toBe(false);
  });
});

describe('answering there', () => {
  const message = { text: 'Hello', blocks: [] };
  let standIn: StandIn;
  beforeEach(async () => {
    standIn = await slackStandIn();
  });
  afterEach(() => standIn.close());

  it('says nothing to a foreign address', async () => {
    const answered = await respond(standIn.responseUrl, message, 'new', { apiUrl: slack, timeout: 1000 });
    expect(answered).toEqual({ ok: false, because: 'unreachable', code: 'foreign_response_url' });
    expect(standIn.calls).toEqual([]);
  });

  it('follows nobody elsewhere', async () => {
    standIn.answer('response_url', { status: 307, headers: { location: `${standIn.url}/elsewhere` } });
    const answered = await respond(standIn.responseUrl, message, 'new', { apiUrl: standIn.apiUrl, timeout: 1000 });
    expect(answered).toMatchObject({ ok: false });
    expect(standIn.calls).toHaveLength(1);
  });

  it('tells a fault of Slack from an address that is used up', async () => {
    standIn.answer('response_url', { status: 500 }, { status: 404 });
    const config = { apiUrl: standIn.apiUrl, timeout: 1000 };
    expect(await respond(standIn.responseUrl, message, 'new', config)).toMatchObject({ because: 'unknown' });
    expect(await respond(standIn.responseUrl, message, 'new', config)).toMatchObject({ because: 'refused' });
  });
});
