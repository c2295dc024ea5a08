import { type Cause, causeOf } from './network';

/** What answers `/healthz` at an address. */
export type Health =
  | { readonly kind: 'ours'; readonly host: string }
  | { readonly kind: 'other'; readonly status: number; readonly leadsTo: string | undefined }
  | { readonly kind: 'unreachable'; readonly cause: Cause | undefined };

const hostSeen = (body: unknown): string | undefined =>
  typeof body === 'object' && body !== null && 'product' in body && body.product === 'mentor-exchange' && 'host' in body
    ? String(body.host)
    : undefined;

/** Asks the public address whether this product is behind it, and under which host the request arrives there. */
export async function healthOf(address: URL, patience: number): Promise<Health> {
  const health = new URL('healthz', address.href.endsWith('/') ? address : `${address.href}/`);
  try {
    const response = await fetch(health, { redirect: 'manual', signal: AbortSignal.timeout(patience) });
    const host = hostSeen(await response.json().catch(() => undefined));
    if (host !== undefined) return { kind: 'ours', host };
    const to = response.headers.get('location');
    const leadsTo = to !== null && URL.canParse(to, health.href) ? new URL(to, health).host : undefined;
    return { kind: 'other', status: response.status, leadsTo };
  } catch (fault) {
    return { kind: 'unreachable', cause: causeOf(fault) };
  }
}
