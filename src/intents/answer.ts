import { tokens } from '../cards';
import { acceptOneSession, accept as acceptRequest, withdraw as withdrawRequest } from '../services';
import { intent } from './intent';
import { outcome, showRequest } from './show-request';

export const accept = intent('accept', tokens.accept, {
  run: async ({ request }, turn) =>
    outcome(
      await acceptRequest(turn.tx, turn.house, turn.caller, request),
      request,
      turn,
      ({ state, begins }) => state === 'accepted' && begins !== 'trial',
    ),
});

/** Accepts for one introductory session. */
export const acceptSession = intent('accept-session', tokens['accept-session'], {
  run: async ({ request }, turn) =>
    outcome(
      await acceptOneSession(turn.tx, turn.house, turn.caller, request),
      request,
      turn,
      ({ begins }) => begins === 'trial',
    ),
});

export const withdraw = intent('withdraw', tokens.withdraw, {
  run: async ({ request }, turn) =>
    outcome(
      await withdrawRequest(turn.tx, turn.house, turn.caller, request),
      request,
      turn,
      ({ state }) => state === 'withdrawn',
    ),
});

/** A request as it stands. */
export const request = intent('request', tokens.request, { run: ({ request: id }, turn) => showRequest(id, turn) });
