/** Why a connection did not come about. `hung` is a silence, `down` a network that has no way there. */
export type Cause =
  | 'no-name'
  | 'no-dns'
  | 'refused'
  | 'hung'
  | 'down'
  | 'untrusted'
  | 'ended'
  | 'other-name'
  | 'no-tls'
  | 'cut';

const causes: Readonly<Record<string, Cause>> = {
  ENOTFOUND: 'no-name',
  EAI_AGAIN: 'no-dns',
  ECONNREFUSED: 'refused',
  ETIMEDOUT: 'hung',
  TimeoutError: 'hung',
  UND_ERR_CONNECT_TIMEOUT: 'hung',
  UND_ERR_HEADERS_TIMEOUT: 'hung',
  EHOSTUNREACH: 'down',
  ENETUNREACH: 'down',
  SELF_SIGNED_CERT_IN_CHAIN: 'untrusted',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'untrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'untrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'untrusted',
  CERT_UNTRUSTED: 'untrusted',
  CERT_HAS_EXPIRED: 'ended',
  CERT_NOT_YET_VALID: 'ended',
  ERR_TLS_CERT_ALTNAME_INVALID: 'other-name',
  EPROTO: 'no-tls',
  ERR_SSL_WRONG_VERSION_NUMBER: 'no-tls',
  ECONNRESET: 'cut',
  UND_ERR_SOCKET: 'cut',
};

/** Whether an address leads to this machine itself. */
export const isOnLoopback = (address: string): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/u.test(new URL(address).hostname);

const partOf = (fault: unknown, part: string): unknown =>
  typeof fault === 'object' && fault !== null ? Reflect.get(fault, part) : undefined;

/** The fault itself, then what caused it, as deep as it is told; of several tries, the first. */
function* behind(fault: unknown): Generator<unknown> {
  for (let at = fault, depth = 0; at !== undefined && depth < 6; depth += 1) {
    yield at;
    const several = partOf(at, 'errors');
    at = Array.isArray(several) ? several[0] : (partOf(at, 'cause') ?? partOf(at, 'original'));
  }
}

/** What a fault of `fetch`, or of a library upon it, says about the network; undefined where it says nothing known. */
export function causeOf(fault: unknown): Cause | undefined {
  for (const each of behind(fault)) {
    const cause = causes[String(partOf(each, 'code'))] ?? causes[String(partOf(each, 'name'))];
    if (cause !== undefined) return cause;
  }
  return undefined;
}

/** What to say of a certificate that this machine does not trust: the remedy is the same wherever it is met. */
export const trustOwnAuthority =
  'Where your agency has a certificate authority of its own, set NODE_EXTRA_CA_CERTS=/path/to/ca.pem in the environment (not in .env: Node.js reads it before).';

/** How a host that is not ours could not be reached, and what to do. */
export function unreachableHost(
  host: string,
  cause: Cause | undefined,
): { readonly says: string; readonly todo: string } {
  const open = `Let this machine reach ${host.includes('://') ? host : `https://${host}`} (port 443).`;
  switch (cause) {
    case 'no-name':
    case 'no-dns':
      return { says: `the name ${host} is not found from here`, todo: `Check the DNS of this machine. ${open}` };
    case 'refused':
      return { says: `${host} refuses the connection`, todo: open };
    case 'hung':
    case 'down':
      return { says: `${host} does not answer: a firewall, mostly`, todo: open };
    case 'untrusted':
      return {
        says: `the certificate shown for ${host} is not trusted here: something on the way opens TLS, mostly`,
        todo: trustOwnAuthority,
      };
    case 'ended':
      return {
        says: `the certificate shown for ${host} is not valid today`,
        todo: 'Check the clock of this machine (NTP); then whatever on the way opens TLS.',
      };
    case 'other-name':
    case 'no-tls':
    case 'cut':
      return { says: `something on the way to ${host} answers in its place, or cuts it off`, todo: open };
    case undefined:
      return { says: `${host} could not be reached`, todo: open };
  }
}
