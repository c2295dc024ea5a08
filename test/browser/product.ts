import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium as driver, type Page } from 'playwright-core';
import { migratedFolder } from '../templates';

const root = join(__dirname, '..', '..');

type Product = { readonly page: string; stop(): Promise<void> };

/**
 * The built product in a process of its own, as a newcomer starts it, on a free port. At its first start its data folder
 * is empty; else its database has been made already, and holds nobody.
 */
async function startProduct(first: boolean): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), 'mentor-page-'));
  if (!first) await migratedFolder(join(folder, 'demo'));
  const child: ChildProcess = spawn(
    process.execPath,
    ['--enable-source-maps', join(root, 'dist', 'src', 'cli.js'), 'start'],
    {
      cwd: folder,
      env: { PATH: process.env.PATH, PORT: '0', MENTOR_DATA_DIR: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const page = await new Promise<string>((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = /Open (http:\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => reject(new Error(`The product stopped: ${said}`)));
  });
  return {
    page,
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);

export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

if (!chromium && process.env.CI) throw new Error('There is no Chromium, so the browser tests could not run.');

/** Where there is no Chromium, browser tests are left out; on CI there must be one. */
export const inBrowser = chromium ? describe : describe.skip;

/** The product and a browser for all tests of a suite; each test opens the pages that it needs. */
export function openedProduct({ first = false } = {}): {
  newPage(options?: BrowserContextOptions): Promise<Page>;
  /** Where the local page is. */
  address(): string;
  /** Another product takes the place of this one: nobody has done anything there. */
  startAnew(): Promise<void>;
} {
  let product: Product;
  let browser: Browser;
  beforeAll(async () => {
    product = await startProduct(first);
    browser = await driver.launch({ executablePath: chromium ?? '', args: chromiumFlags });
  }, 90_000);
  afterAll(async () => {
    await browser.close();
    await product.stop();
  }, 30_000);
  return {
    async newPage(options) {
      const page = await browser.newPage(options);
      page.setDefaultTimeout(15_000);
      return page;
    },
    address: () => product.page,
    async startAnew() {
      await product.stop();
      product = await startProduct(first);
    },
  };
}
