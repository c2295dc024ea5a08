import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPublicUrl } from '../../../src/cli/doctor/public-url';
import { causeOf, unreachableHost } from '../../../src/start/network';
import { serve } from './server';

/** Listens on loopback while `use` runs, with the port it got. */
async function listening<T>(server: Server, use: (port: number) => Promise<T>): Promise<T> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  try {
    return await use(typeof address === 'object' && address !== null ? address.port : 0);
  } finally {
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
}

/** A server whose certificate nobody has signed but itself. */
function selfSigned(): Server {
  const folder = mkdtempSync(join(tmpdir(), 'mentor-certificate-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const about = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '1'];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, ...about], {
    stdio: 'ignore',
  });
  const server = createTlsServer({ key: readFileSync(key), cert: readFileSync(cert) });
  rmSync(folder, { recursive: true });
  return server;
}

describe('PUBLIC_URL', () => {
  it('must be https but on this machine', async () => {
    expect(await checkPublicUrl('http://mentor.example.gov')).toMatchObject({ level: 'wrong', says: 'is not https' });
  });

  it('must have a name that resolves', async () => {
    const { level, says } = await checkPublicUrl('https://mentor.invalid');
    expect([level, says]).toEqual([
      'wrong',
      expect.stringMatching(/mentor\.invalid (does not resolve|could not be looked up)/u),
    ]);
  });

  it.each([
    [
      'our own answer with our host',
      (host: string) => ({ body: { product: 'mentor-exchange', host } }),
      'ok',
      'answers',
    ],
    [
      'a proxy that rewrites the host',
      () => ({ body: { product: 'mentor-exchange', host: 'app:3978' } }),
      'warning',
      'app:3978',
    ],
    ['somebody else', () => ({ body: { ok: true } }), 'wrong', '200, and another program'],
    ['a proxy with nobody behind it', () => ({ status: 502, body: '<html>' }), 'wrong', '502: it reaches nobody'],
    [
      'a sign-in',
      () => ({ status: 302, headers: { location: 'https://sso.example.gov/login' }, body: '' }),
      'wrong',
      'leads to sso.example.gov',
    ],
  ])('where %s answers', async (_, answer, level, words) => {
    const stub = await serve((request) => answer(request.headers.host ?? ''));
    try {
      expect(await checkPublicUrl(`${stub.base}/mentor`)).toMatchObject({
        level,
        says: expect.stringContaining(words),
      });
      expect(stub.asked[0]).toContain('GET /mentor/healthz');
    } finally {
      await stub.close();
    }
  });

  it('that nothing listens at is refused', async () => {
    const free = await listening(createServer(), async (port) => port);
    expect(await checkPublicUrl(`http://127.0.0.1:${free}`)).toMatchObject({
      level: 'wrong',
      says: `127.0.0.1:${free} refuses the connection: nothing listens on port ${free}`,
    });
  });

  it('that says nothing is a time-out', async () => {
    const open = new Set<{ destroy(): void }>();
    const silent = createServer((socket) => void open.add(socket));
    await listening(silent, async (port) => {
      expect((await checkPublicUrl(`http://127.0.0.1:${port}`, 200)).says).toContain('does not answer in time');
      for (const socket of open) socket.destroy();
    });
  });

  it('with a certificate of an authority that this machine does not know names NODE_EXTRA_CA_CERTS', async () => {
    await listening(selfSigned(), async (port) => {
      expect(await checkPublicUrl(`https://127.0.0.1:${port}`)).toMatchObject({
        level: 'wrong',
        says: `the certificate of 127.0.0.1:${port} is not trusted here`,
        todo: expect.stringContaining('NODE_EXTRA_CA_CERTS='),
      });
    });
  });

  it('behind which no TLS is spoken', async () => {
    const stub = await serve(() => ({ body: {} }));
    try {
      expect((await checkPublicUrl(stub.base.replace('http:', 'https:'))).says).toContain('does not speak TLS');
    } finally {
      await stub.close();
    }
  });
});

describe('why a host could not be reached', () => {
  const withCode = (code: string): Error => new Error('fetch failed', { cause: Object.assign(new Error(), { code }) });

  it('is told apart, as far as the network tells', () => {
    const said = [
      'ENOTFOUND',
      'ECONNREFUSED',
      'ETIMEDOUT',
      'SELF_SIGNED_CERT_IN_CHAIN',
      'CERT_HAS_EXPIRED',
      'EPROTO',
      'X',
    ].map((code) => unreachableHost('slack.com', causeOf(withCode(code))).says);
    expect(new Set(said).size).toBe(said.length);
    expect(said.every((sentence) => sentence.includes('slack.com'))).toBe(true);
  });

  it('is found where several addresses were tried', () => {
    const each = [
      Object.assign(new Error(), { code: 'ECONNREFUSED' }),
      Object.assign(new Error(), { code: 'ENETUNREACH' }),
    ];
    expect(causeOf(new TypeError('fetch failed', { cause: new AggregateError(each) }))).toBe('refused');
  });
});
