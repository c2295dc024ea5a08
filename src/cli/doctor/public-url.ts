import { lookup } from 'node:dns/promises';
import { type Finding, ok, warning, wrong } from './finding';

const about = 'PUBLIC_URL';
const patience = 5000;
const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/u;

const hostSeen = (body: unknown): string | undefined =>
  typeof body === 'object' && body !== null && 'product' in body && body.product === 'mentor-exchange' && 'host' in body
    ? String(body.host)
    : undefined;

async function answers(address: URL): Promise<Finding> {
  const health = new URL('healthz', address.href.endsWith('/') ? address : `${address.href}/`);
  try {
    const response = await fetch(health, { redirect: 'manual', signal: AbortSignal.timeout(patience) });
    const seen = hostSeen(await response.json().catch(() => undefined));
    if (seen === undefined)
      return wrong(
        about,
        `/healthz answers ${response.status}, and not as Mentor Exchange does`,
        'Start the product, and let the proxy pass every path on to its PORT.',
      );
    return seen === address.host
      ? ok(about, 'answers, by way of the proxy')
      : warning(
          about,
          `the proxy passes another host on (${seen})`,
          'Let it keep the host: in nginx, proxy_set_header Host $host;',
        );
  } catch {
    return wrong(
      about,
      'cannot be reached from here',
      'Check that the product and the proxy run, the certificate, and the firewall. If only this machine cannot reach it, try from another one.',
    );
  }
}

/** That the public address is secure, has a name that resolves, and leads to this product with its host unchanged. */
export async function checkPublicUrl(text: string): Promise<readonly Finding[]> {
  const address = new URL(text);
  const near = loopback.test(address.hostname);
  if (address.protocol !== 'https:' && !near)
    return [wrong(about, 'is not https', 'Put a proxy with TLS in front, and write https:// in PUBLIC_URL.')];
  const resolves = await lookup(address.hostname.replace(/^\[|\]$/gu, '')).then(
    () => true,
    () => false,
  );
  return resolves
    ? [await answers(address)]
    : [wrong(about, `the name ${address.hostname} does not resolve`, 'Add it to your DNS, or correct PUBLIC_URL.')];
}
