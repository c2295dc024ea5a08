import type { Request, Response } from 'express';
import { type Json, textAt } from '../json';
import { type Answered, no } from './methods/method';
import { botIdOf, type SlackWorld } from './world';

const goodForMinutes = 10;

export type OAuth = {
  /** The page at which Slack asks whether the app may be installed; here somebody always presses Allow. */
  readonly authorize: (request: Request, response: Response) => void;
  /** A code for the token of this workspace. */
  readonly exchange: (args: Json) => Answered;
};

const queryText = (request: Request, name: string): string | undefined => {
  const value = request.query[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** Installing by OAuth. Codes are good once, for ten minutes of real time, and for the address that they were given to. */
export function createOAuth(world: SlackWorld): OAuth {
  const codes = new Map<string, { readonly to: string; readonly scope: string; readonly until: number }>();

  const granted = (scope: string): Answered => ({
    ok: true,
    app_id: world.appId,
    token_type: 'bot',
    access_token: world.botToken,
    scope,
    bot_user_id: world.botUser,
    bot_id: botIdOf(world.botUser),
    is_enterprise_install: false,
    team: { id: world.teamId, name: 'Demo' },
    enterprise: null,
    authed_user: { id: 'U0ADMIN' },
  });

  return {
    authorize(request, response) {
      const to = queryText(request, 'redirect_uri');
      const scope = queryText(request, 'scope');
      if (
        queryText(request, 'client_id') === undefined ||
        scope === undefined ||
        to === undefined ||
        !URL.canParse(to)
      ) {
        response.status(400).type('text').send('Slack needs client_id, scope and redirect_uri here.');
        return;
      }
      const code = world.ids();
      codes.set(code, { to, scope, until: world.now().plus({ minutes: goodForMinutes }).toMillis() });
      const back = new URL(to);
      back.searchParams.set('code', code);
      const state = queryText(request, 'state');
      if (state !== undefined) back.searchParams.set('state', state);
      response.redirect(back.toString());
    },
    exchange(args) {
      if (textAt(args, 'client_id') === undefined) return no('invalid_client_id');
      if (textAt(args, 'client_secret') === undefined) return no('bad_client_secret');
      const code = textAt(args, 'code') ?? '';
      const known = codes.get(code);
      codes.delete(code);
      if (known === undefined || known.until < world.now().toMillis()) return no('invalid_code');
      return textAt(args, 'redirect_uri') === known.to ? granted(known.scope) : no('bad_redirect_uri');
    },
  };
}
