import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { startDemo } from './demo';
import { report } from './report';
import { median } from './rounds';

const most = 100;
const clicks = 30;
const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Runs in the page: from each click to the first picture that shows something of it, in milliseconds. */
const watch = `
  window.waits = [];
  addEventListener('click', () => {
    const begun = performance.now();
    const seen = new MutationObserver(() => {
      seen.disconnect();
      requestAnimationFrame(() => window.waits.push(performance.now() - begun));
    });
    seen.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  }, true);
`;

const press = (page: Page, name: RegExp): Promise<void> =>
  page.getByRole('region', { name: 'Messages in Slack' }).getByRole('button', { name }).last().click();

/** Presses buttons of real cards in the page, and what they answer, one after the other. */
async function pressAround(page: Page): Promise<readonly number[]> {
  await page.getByRole('combobox', { name: 'Write in Slack' }).fill('/mentor topics');
  await page
    .getByRole('region', { name: 'Slack', exact: true })
    .getByRole('button', { name: 'Send', exact: true })
    .click();
  await page
    .getByRole('region', { name: 'Messages in Slack' })
    .getByRole('button', { name: /^Find/ })
    .first()
    .waitFor();
  await page.evaluate(watch);
  for (let done = 0; done < clicks; done += 1) {
    await press(page, /^Find a mentor for Interviewing/);
    await page.waitForTimeout(250);
  }
  return page.evaluate('window.waits');
}

/** The page of the local workspace: how long after a click it shows that it was heard. */
export async function benchPage(): Promise<void> {
  const executablePath = browsers.find((path) => existsSync(path));
  if (executablePath === undefined) {
    console.log('{"left out":["page"],"because":"there is no Chromium on this machine"}');
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), 'mentor-bench-'));
  const demo = await startDemo(folder);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(demo.page);
    const waits = await pressAround(page);
    report({
      bench: 'page',
      name: 'from a click to its first visible sign, in Chromium',
      unit: 'ms',
      ours: median(waits),
      target: most,
      rounds: waits.length,
      slowest: Math.max(...waits),
    });
  } finally {
    await browser.close();
    await demo.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
