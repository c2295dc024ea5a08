import { type Finding, ok, warning, wrong } from './finding';

const least = [20, 19] as const;
const oldest = 22;

/** Node's version, like `v22.4.0`. */
export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.replace(/^v/u, '').split('.').map(Number);
  if (major < least[0] || (major === least[0] && minor < least[1]))
    return wrong('Node.js', `${version} is too old`, `Install Node.js ${oldest} or newer.`);
  if (major < oldest)
    return warning(
      'Node.js',
      `${version} works, and gets no security updates any more`,
      `Plan a move to ${oldest} or 24.`,
    );
  return ok('Node.js', version);
}
