import { join } from 'node:path';
import { buildSync } from 'esbuild';

/**
 * Programs of tests that run as processes of their own, on the product as it is built. They are compiled once in a run: to
 * start from the sources takes some seconds of a core, and the tests of killed processes start hundreds.
 */
const programs = ['cli/rotate-process', 'faults/replica-process', 'faults/sender-process'] as const;

const root = join(__dirname, '..');

export function compilePrograms(): void {
  buildSync({
    entryPoints: programs.map((name) => join(root, 'test', `${name}.ts`)),
    outbase: join(root, 'test'),
    outdir: join(root, 'dist', 'test'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    external: ['../../src/*'],
    logLevel: 'error',
  });
}

/** The compiled program. */
export const ownProgram = (name: (typeof programs)[number]): string => join(root, 'dist', 'test', `${name}.js`);
