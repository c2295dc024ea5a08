import { teamsAdvice } from '../../../src/channels/teams';
import { failureOf } from '../../../src/channels/teams/failure';

const fault = (name: string, more: object = {}) =>
  Object.assign(new Error('AADSTS: a text with a secret'), { name, ...more });

describe('the administrator of Teams', () => {
  it.each([
    ['a wrong secret', fault('ServerError', { errorCode: 'invalid_client' }), 'TEAMS_APP_PASSWORD'],
    ['a bot of another tenant', fault('ServerError', { errorCode: 'unauthorized_client' }), 'TEAMS_TENANT_ID'],
    ['no managed identity', fault('CredentialUnavailableError'), 'no managed identity'],
    ['a managed identity that is refused', fault('AggregateAuthenticationError'), 'Azure lends no identity'],
    ['a connector that does not know the bot', fault('RestError', { statusCode: 401 }), 'TEAMS_APP_TYPE'],
  ])('is told of %s what to change, and the message waits', (_, error, sentence) => {
    const failure = failureOf(error);
    expect(failure).toMatchObject({ because: 'busy', retryAfterSeconds: 60 });
    expect(teamsAdvice(failure.code)).toContain(sentence);
    expect(JSON.stringify(failure)).not.toContain('secret');
  });

  it('takes a refusal of the sign-in for what it is, whatever status it carries', () => {
    expect(failureOf(fault('AuthenticationError', { statusCode: 400 }))).toMatchObject({ because: 'busy' });
  });

  it('is told of requests that were turned away, and of keys that cannot be had', () => {
    expect(teamsAdvice('teams.not-authorized')).toContain('TEAMS_CLOUD');
    expect(teamsAdvice('teams.keys-not-reached')).toContain('port 443');
    expect(teamsAdvice('toString')).toBeUndefined();
  });
});
