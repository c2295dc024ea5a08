import { type Health, healthOf } from '../../start/health-of';
import { type Cause, isOnLoopback, trustOwnAuthority } from '../../start/network';
import { type Finding, ok, warning, wrong } from './finding';

const about = 'PUBLIC_URL';
const elsewhere = 'If only this machine cannot reach it, as some networks lead no way back in, try from another one.';

function unreachable({ host, hostname, port, protocol }: URL, cause: Cause | undefined): Finding {
  const at = port || (protocol === 'https:' ? '443' : '80');
  switch (cause) {
    case 'no-name':
      return wrong(about, `the name ${hostname} does not resolve`, 'Add it to your DNS, or correct PUBLIC_URL.');
    case 'no-dns':
      return wrong(
        about,
        `the DNS server of this machine does not answer, so ${hostname} could not be looked up`,
        'Mend the name service of this machine (/etc/resolv.conf), and ask again.',
      );
    case 'refused':
      return wrong(
        about,
        `${host} refuses the connection: nothing listens on port ${at}`,
        'Start the proxy, and let it listen there; without one, start the product.',
      );
    case 'hung':
      return wrong(
        about,
        `${host} does not answer in time`,
        `Let the firewall pass port ${at}, and see that the proxy is not stuck. ${elsewhere}`,
      );
    case 'down':
      return wrong(
        about,
        `there is no way from here to ${host}`,
        `Check the network and the address in your DNS. ${elsewhere}`,
      );
    case 'untrusted':
      return wrong(
        about,
        `the certificate of ${host} is not trusted here`,
        `Let the proxy send the whole chain, the certificates in between too. ${trustOwnAuthority}`,
      );
    case 'ended':
      return wrong(
        about,
        `the certificate of ${host} is not valid today`,
        'Renew it, and load it into the proxy; if it is new, check the clock of this machine.',
      );
    case 'other-name':
      return wrong(
        about,
        `the certificate that ${host} shows is for another name`,
        `Get one for ${hostname}, or correct PUBLIC_URL.`,
      );
    case 'no-tls':
      return wrong(
        about,
        `${host} does not speak TLS on port ${at}`,
        'Switch TLS on in the proxy for that port: in nginx, listen 443 ssl;',
      );
    case 'cut':
    case undefined:
      return wrong(
        about,
        `the connection to ${host} is cut off`,
        `See the log of the proxy, and of a firewall before it. ${elsewhere}`,
      );
  }
}

function otherAnswer({ status, leadsTo }: Extract<Health, { kind: 'other' }>): Finding {
  if (status === 502 || status === 503 || status === 504)
    return wrong(
      about,
      `the proxy answers ${status}: it reaches nobody behind it`,
      'Start the product (npm start), and let the proxy pass on to its HOST and PORT.',
    );
  if (leadsTo !== undefined)
    return wrong(
      about,
      `/healthz is answered ${status} and leads to ${leadsTo}`,
      'Take the sign-in or the redirect off for this name: Slack and Teams sign in nowhere.',
    );
  return wrong(
    about,
    `/healthz answers ${status}, and another program than Mentor Exchange says it`,
    'Let the proxy pass every path of this name on to the PORT of the product.',
  );
}

/** That the public address is secure, has a name that resolves, and leads to this product with its host unchanged. */
export async function checkPublicUrl(text: string, patience = 5000): Promise<Finding> {
  const address = new URL(text);
  if (address.protocol !== 'https:' && !isOnLoopback(text))
    return wrong(about, 'is not https', 'Put a proxy with TLS in front, and write https:// in PUBLIC_URL.');
  const health = await healthOf(address, patience);
  if (health.kind === 'unreachable') return unreachable(address, health.cause);
  if (health.kind === 'other') return otherAnswer(health);
  return health.host === address.host
    ? ok(about, 'answers, by way of the proxy')
    : warning(
        about,
        `the proxy passes another host on (${health.host})`,
        'Let it keep the host: in nginx, proxy_set_header Host $host;',
      );
}
