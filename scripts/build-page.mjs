// Bundles the browser page of the local workspace: everything it needs goes into three files, nothing comes from the network.
import { copyFile, mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const source = join(root, 'src', 'local', 'page');
const target = join(root, 'dist', 'local-page');

await mkdir(target, { recursive: true });
await build({
  entryPoints: { page: join(source, 'main.tsx') },
  outdir: target,
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'browser',
  target: ['es2022'],
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'linked',
  logLevel: 'warning',
});
await copyFile(join(source, 'index.html'), join(target, 'index.html'));
const { size } = await stat(join(target, 'page.js'));
console.log(`Built the local page: dist/local-page (${Math.round(size / 1024)} KB of script)`);
