import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a request says about itself, as it came over the wire. */
export type Claim = { readonly signature: string; readonly timestamp: string };

/** Why a request is refused; undefined means that it is Slack's and new. */
export type Refusal = 'no signature' | 'not now' | 'not signed by Slack' | 'seen before';

const signatureForm = /^v0=[0-9a-f]{64}$/;
const timestampForm = /^\d{9,11}$/;

/** How far a request's time may lie from ours, either way, in seconds. */
const tolerance = 300;

/** Takes the two headers if each is there once and in Slack's form. Node joins repeated headers with a comma: not a form. */
export function claimOf(signature: unknown, timestamp: unknown): Claim | undefined {
  if (typeof signature !== 'string' || typeof timestamp !== 'string') return undefined;
  return signatureForm.test(signature) && timestampForm.test(timestamp) ? { signature, timestamp } : undefined;
}

/** True when the request was signed within five minutes of now, before or after. `now` in seconds. */
export const isTimely = ({ timestamp }: Claim, now: number): boolean => Math.abs(now - Number(timestamp)) <= tolerance;

/** True when one of the secrets signed exactly this body at this time. Two secrets are there while one replaces the other. */
export function isSigned({ signature, timestamp }: Claim, body: Buffer, secrets: readonly string[]): boolean {
  const given = Buffer.from(signature.slice(3), 'hex');
  return secrets.some((secret) => {
    const expected = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest();
    return timingSafeEqual(given, expected);
  });
}

/** Remembers signatures for as long as their time stamp would still be accepted, and never more than `most` of them. */
export type Seen = { firstTime(claim: Claim, now: number): boolean };
export function seenSignatures(most = 200_000): Seen {
  const until = new Map<string, number>();
  const forget = (now: number): void => {
    for (const [signature, end] of until) {
      if (end >= now && until.size < most) return;
      until.delete(signature);
    }
  };
  return {
    firstTime({ signature, timestamp }, now) {
      if ((until.get(signature) ?? -1) >= now) return false;
      forget(now);
      until.set(signature, Number(timestamp) + tolerance);
      return true;
    },
  };
}
