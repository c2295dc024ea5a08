import { faultWords, presets } from '../../src/local/page/faultWords';
import { startWorkspace, type Workspace } from './workspace';

describe('the faults that the page offers', () => {
  let place: Workspace;
  beforeEach(async () => {
    place = await startWorkspace();
  });
  afterEach(() => place.close());
  const order = async (body: object) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${place.url}/local/api/faults`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return { status: response.status, body: JSON.parse(await response.text()) };
  };

  it.each(presets.map((preset) => [preset.title, preset.order] as const))('%s can be ordered', async (_, preset) => {
    const { platform, ...rest } = preset;
    expect(await order(preset)).toMatchObject({ status: 201, body: { [platform]: [rest] } });
  });
  it('strike one person, in her own conversation with the bot', async () => {
    const { status, body } = await order({ platform: 'slack', person: 'ana', effect: 'blocked' });
    expect(status).toBe(201);
    expect(body.slack).toEqual([
      { effect: 'blocked', conversation: [expect.stringMatching(/^DU/), expect.stringMatching(/^U/)] },
    ]);
    expect(await order({ platform: 'slack', person: 'nobody', effect: 'blocked' })).toMatchObject({ status: 404 });
  });
  it('are told in sentences', () => {
    expect(faultWords('slack', { effect: 'answer', status: 429, retryAfter: 5, times: 2 })).toBe(
      'Slack answers 429 and asks to wait 5 seconds, 2 times.',
    );
    expect(faultWords('teams', { effect: 'drop' })).toBe('Teams cuts the connection after the work is done, once.');
  });
});
