// Takes the pictures of docs/pictures from a fresh demo of the built product.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(root, 'docs', 'pictures');
const mostBytes = 200_000;
const wide = { width: 1280, height: 760 };
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
if (!executablePath) throw new Error('The pictures need Chromium, and there is none on this machine.');

const folder = await mkdtemp(join(tmpdir(), 'mentor-pictures-'));
const product = spawn(process.execPath, [join(root, 'dist', 'src', 'cli.js'), 'start'], {
  cwd: folder,
  env: { PATH: process.env.PATH, PORT: '0', MENTOR_DATA_DIR: folder, LOG_LEVEL: 'error' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const gone = once(product, 'exit');
const address = await new Promise((resolve, reject) => {
  let said = '';
  product.stdout.on('data', (part) => {
    said += part;
    const found = /Open (http:\S+)/.exec(said)?.[1];
    if (found) resolve(found);
  });
  product.once('exit', () => reject(new Error(`The product stopped: ${said}`)));
});
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });

const open = async (viewport, colorScheme) => {
  const page = await browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce' });
  page.setDefaultTimeout(15_000);
  await page.goto(address);
  await page.getByLabel('Who you are in Slack').waitFor({ state: 'attached' });
  return page;
};
const be = (page, client, label) => page.getByLabel(`Who you are in ${client}`).selectOption({ label });
const messages = (page, client) => page.getByRole('region', { name: `Messages in ${client}` });
const write = async (page, client, text) => {
  await page.getByLabel(`Write in ${client}`).fill(text);
  await page.getByLabel(`Write in ${client}`).press('Enter');
};
/** Shows the newest message from its beginning, as a person reads it. */
const fromItsTop = (page, client) =>
  messages(page, client)
    .locator('.message')
    .last()
    .evaluate((message) => message.scrollIntoView({ block: 'start' }));
const take = async (page, name) => {
  await page.locator('.typing').first().waitFor({ state: 'detached' });
  const path = join(target, `${name}.png`);
  await page.screenshot({ path });
  const { size } = await stat(path);
  if (size > mostBytes) throw new Error(`${name}.png has ${size} bytes, more than ${mostBytes}.`);
  console.log(`${name}.png ${Math.round(size / 1000)} kB`);
};

async function findResult() {
  const page = await open(wide, 'light');
  await be(page, 'Slack', 'Ben Carter (mentee, Nome)');
  await be(page, 'Teams', 'Ana Reyes (mentee, Bethel)');
  await write(page, 'Slack', '/mentor find interviewing');
  await write(page, 'Teams', 'I keep messing up my case notes, who can help?');
  await messages(page, 'Slack').getByRole('button', { name: /^Ask/ }).first().waitFor();
  await messages(page, 'Teams').getByRole('button', { name: /^Ask/ }).first().waitFor();
  for (const client of ['Slack', 'Teams']) await fromItsTop(page, client);
  await take(page, '1-find');
  return page;
}

async function accepted(page) {
  await be(page, 'Slack', 'Joan Ek (mentor, Nome)');
  await messages(page, 'Teams').getByRole('button', { name: 'Ask Joan Ek' }).last().click();
  await page.getByLabel('What would you like to discuss?').fill('Notes come back for missing facts');
  await messages(page, 'Teams').getByRole('button', { name: 'Send request' }).click();
  await messages(page, 'Slack').getByRole('button', { name: 'Accept Ana Reyes' }).click();
  await messages(page, 'Slack').getByText('You accepted on').waitFor();
  await messages(page, 'Teams').getByText('Good news').waitFor();
  await take(page, '2-accepted');
}

async function planned(page) {
  const dialog = page.getByRole('dialog');
  await messages(page, 'Teams').getByRole('button', { name: 'Plan a meeting with Joan Ek' }).last().click();
  const day = new Date(Date.now() + 6 * 86_400_000).toISOString().slice(0, 10);
  for (const [index, time] of ['10:00', '14:30'].entries()) {
    await dialog.locator('input[type=date]').nth(index).fill(day);
    await dialog.locator('input[type=time]').nth(index).fill(time);
  }
  await dialog.getByLabel('By video').check();
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await messages(page, 'Slack')
    .getByRole('button', { name: /^Pick .*2:30/ })
    .last()
    .waitFor();
  await page.waitForTimeout(1_500);
  await take(page, '3-times-to-pick');
  await messages(page, 'Slack')
    .getByRole('button', { name: /^Pick .*2:30/ })
    .last()
    .click();
  await messages(page, 'Teams').getByText('Joan picked a time.').last().waitFor();
}

async function evaluated(page) {
  await write(page, 'Teams', 'log 45m with Joan yesterday by phone');
  await messages(page, 'Slack').getByRole('button', { name: 'Confirm the session with Ana Reyes' }).click();
  await messages(page, 'Slack')
    .getByRole('button', { name: /^Evaluate/ })
    .last()
    .click();
  await page.getByRole('dialog').getByText('What helped?').waitFor();
  await messages(page, 'Teams')
    .getByRole('button', { name: /^Evaluate/ })
    .last()
    .waitFor();
  await page.waitForTimeout(1_500);
  await take(page, '4-evaluation');
  await page.keyboard.press('Escape');
}

async function ended(page) {
  await write(page, 'Teams', 'end the exchange with Joan');
  await messages(page, 'Teams').getByLabel('We reached what we wanted').last().check();
  await messages(page, 'Teams').getByRole('button', { name: 'End', exact: true }).last().click();
  await messages(page, 'Slack').getByText('have reached what you wanted').last().waitFor();
  await page.waitForTimeout(1_500);
  await take(page, '5-ended');
}

/** A pair that has not planned to meet for two weeks: what the mentee and the coordinator get on a Monday. */
async function monday() {
  const page = await open(wide, 'light');
  await be(page, 'Slack', 'Joan Ek (mentor, Nome)');
  await be(page, 'Teams', 'Ana Reyes (mentee, Bethel)');
  await write(page, 'Teams', 'find case notes in Nome');
  await messages(page, 'Teams').getByRole('button', { name: 'Ask Joan Ek' }).last().click();
  await messages(page, 'Teams').getByLabel('What would you like to discuss?').last().fill('Where to begin');
  await messages(page, 'Teams').getByRole('button', { name: 'Send request' }).last().click();
  await messages(page, 'Slack').getByRole('button', { name: 'Accept Ana Reyes' }).last().click();
  await messages(page, 'Teams').getByText('Good news').last().waitFor();
  for (let weeks = 0; weeks < 3; weeks += 1) {
    const before = await page.locator('.clock').innerText();
    await page
      .getByRole('button', { name: /Monday/ })
      .first()
      .click();
    await page.waitForFunction((was) => document.querySelector('.clock')?.innerText !== was, before, {
      timeout: 120_000,
    });
    await page.waitForTimeout(1_500);
  }
  await messages(page, 'Teams').getByText('When do you and Joan Ek start?').last().waitFor();
  const nora = page
    .getByLabel('Who you are in Slack')
    .locator('optgroup[label="In Slack"] option', { hasText: 'Nora Bright' });
  await page.getByLabel('Who you are in Slack').selectOption((await nora.getAttribute('value')) ?? '');
  await write(page, 'Slack', 'digest');
  await messages(page, 'Slack').getByRole('table', { name: 'How your pairs do' }).last().waitFor();
  await page.waitForTimeout(1_500);
  for (const client of ['Slack', 'Teams']) await fromItsTop(page, client);
  await take(page, '6-monday');
  await page.close();
}

async function home(page) {
  await page.getByRole('button', { name: 'Home', exact: true }).click();
  await page.getByRole('region', { name: 'App Home' }).getByRole('button').first().waitFor();
  await be(page, 'Teams', 'Maya Okpik (mentor, Bethel)');
  await write(page, 'Teams', 'my entry');
  await messages(page, 'Teams').locator('.message.bot').nth(1).waitFor();
  await fromItsTop(page, 'Teams');
  await take(page, '7-mentors');
}

async function ledger(page) {
  await page.getByRole('button', { name: 'Faults' }).click();
  await page.getByLabel('Somebody has blocked the bot', { exact: true }).selectOption({ label: 'Wendy Tran in Slack' });
  await page.getByRole('button', { name: 'Switch on: Somebody has blocked the bot' }).click();
  await page.getByRole('button', { name: 'Withdraw all' }).waitFor();
  await be(page, 'Teams', 'Carl Johnson (mentee, Juneau)');
  await write(page, 'Teams', 'find interviewing');
  await messages(page, 'Teams').getByRole('button', { name: 'Ask Wendy Tran' }).click();
  await page.getByLabel('What would you like to discuss?').fill('Hard questions');
  await messages(page, 'Teams').getByRole('button', { name: 'Send request' }).click();
  await page.getByRole('button', { name: 'Ledger' }).click();
  await page.getByText('Failed', { exact: true }).first().waitFor();
  await take(page, '8-ledger');
  await page.getByRole('button', { name: 'Faults' }).click();
  await page.getByRole('button', { name: 'Withdraw all' }).click();
  await page.close();
}

async function phone() {
  const page = await open({ width: 390, height: 780 }, 'dark');
  await page.getByRole('button', { name: 'Tour' }).click();
  await page.getByRole('button', { name: 'Do it for me' }).click();
  await messages(page, 'Teams').getByRole('button', { name: /^Ask/ }).first().waitFor();
  await fromItsTop(page, 'Teams');
  await take(page, '9-tour-on-a-phone');
}

try {
  await mkdir(target, { recursive: true });
  const page = await findResult();
  await accepted(page);
  await planned(page);
  await evaluated(page);
  await ended(page);
  await home(page);
  await ledger(page);
  await monday();
  await phone();
} finally {
  await browser.close();
  product.kill('SIGTERM');
  await gone;
  await rm(folder, { recursive: true, force: true });
}
