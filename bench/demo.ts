import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from '../src/config';

/** The local workspace in a process of its own; `page` is its address. */
export type Demo = { readonly page: string; stop(): Promise<void> };

/** Starts the product without credentials on the data in this folder; ready when it has printed its address. */
export async function startDemo(folder: string): Promise<Demo> {
  const product = spawn(process.execPath, ['--enable-source-maps', join('dist', 'src', 'cli.js'), 'start'], {
    cwd: projectRoot,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', MENTOR_DATA_DIR: folder, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(product, 'exit');
  let said = '';
  for await (const part of product.stdout ?? []) {
    said += String(part);
    const [page] = /http:\/\/127\.0\.0\.1:\d+\/local\//.exec(said) ?? [];
    if (page === undefined) continue;
    return {
      page,
      async stop() {
        product.kill('SIGTERM');
        await ended;
      },
    };
  }
  throw new Error(`The product did not start: ${said}`);
}
