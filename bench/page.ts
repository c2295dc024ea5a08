import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Locator, type Page } from 'playwright-core';
import { startDemo } from './demo';
import { report } from './report';
import { median, quantile } from './rounds';

const rounds = 8;
const mostMs = 100;
const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

/** What tells a person that her click was heard: somebody is writing, the card is at work, or the form is there. */
const signs = '.typing, .card.busy, .modal';

/** Waits in the page for the next click, then for the frame that shows a sign: milliseconds in between. */
const arm = `window.heard = new Promise((resolve, reject) => {
  setTimeout(() => reject(new Error('Nothing acknowledged a click.')), 10000);
  document.addEventListener('click', ({ timeStamp }) => {
    const painted = () => requestAnimationFrame(() => resolve(performance.now() - timeStamp));
    const look = () => (document.querySelector('${signs}') ? painted() : requestAnimationFrame(look));
    requestAnimationFrame(look);
  }, { capture: true, once: true });
});
undefined`;

async function heardAfter(page: Page, button: Locator): Promise<number> {
  await page.locator(signs).first().waitFor({ state: 'detached' });
  await page.evaluate(arm);
  await button.click();
  return page.evaluate<number>('window.heard');
}

/** One round in each client: words are sent, then a button of the answer is pressed. */
async function oneRound(page: Page): Promise<readonly number[]> {
  const heard: number[] = [];
  for (const [client, words] of [
    ['Slack', '/mentor find interviewing'],
    ['Teams', 'find interviewing'],
  ] as const) {
    const region = page.getByRole('region', { name: client, exact: true });
    const ask = region.getByRole('button', { name: /^Ask/ });
    const before = await ask.count();
    await page.getByLabel(`Write in ${client}`).fill(words);
    heard.push(await heardAfter(page, region.getByRole('button', { name: 'Send', exact: true })));
    await ask.nth(before).waitFor();
    heard.push(await heardAfter(page, ask.last()));
    await region.getByLabel('What would you like to discuss?').last().waitFor();
    if (client === 'Slack') await page.keyboard.press('Escape');
  }
  return heard;
}

async function measured(address: string, browserAt: string): Promise<readonly number[]> {
  const browser = await chromium.launch({ executablePath: browserAt, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(address);
    await page.getByLabel('Who you are in Slack').waitFor();
    await oneRound(page);
    const all: number[] = [];
    for (let round = 0; round < rounds; round += 1) all.push(...(await oneRound(page)));
    return all;
  } finally {
    await browser.close();
  }
}

/** From a click on the local page to the frame that acknowledges it, in both clients. */
export async function benchPage(): Promise<void> {
  if (browserPath === undefined) {
    console.log('{"left out":["page"],"because":"there is no Chromium on this machine"}');
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), 'mentor-bench-'));
  const demo = await startDemo(folder);
  try {
    const heard = await measured(demo.page, browserPath);
    report({
      bench: 'page',
      name: 'a click on the local page to its visible acknowledgment',
      unit: 'ms',
      ours: median(heard),
      p95: quantile(heard, 0.95),
      target: mostMs,
      rounds: heard.length,
    });
  } finally {
    await demo.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
