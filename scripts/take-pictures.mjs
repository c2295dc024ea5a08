// Takes the pictures of the README from a fresh demo: npm run pictures (needs a build, and Chromium).
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(join(tmpdir(), 'mentor-pictures-'));
const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);

const product = spawn(process.execPath, [join(root, 'dist', 'src', 'cli.js'), 'start'], {
  cwd: folder,
  env: { PATH: process.env.PATH, PORT: '0', MENTOR_DATA_DIR: folder },
});
const address = await new Promise((resolve, reject) => {
  let said = '';
  product.stdout.on('data', (chunk) => {
    said += chunk;
    const found = /Open (http:\S+)/.exec(said)?.[1];
    if (found) resolve(found);
  });
  product.once('exit', () => reject(new Error(said)));
});

const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: 1200, height: 730 } });
page.setDefaultTimeout(15_000);
await page.goto(address);

const button = (name) => page.getByRole('button', { name, exact: true });
const client = (name) => page.getByRole('region', { name: `Messages in ${name}` });
const write = async (name, text) => {
  await page.getByRole('combobox', { name: `Write in ${name}` }).fill(text);
  await page.getByRole('region', { name, exact: true }).getByRole('button', { name: 'Send', exact: true }).click();
};
const take = async (name) => {
  await page.mouse.move(5, 5);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(700);
  await page.screenshot({ path: join(root, 'docs', 'pictures', `${name}.png`) });
  console.log(`docs/pictures/${name}.png`);
};

await page.getByLabel('Who you are in Slack').selectOption({ label: 'Joan Ek (mentor, Nome)' });
await write('Teams', 'I keep messing up my case notes, who can help?');
await client('Teams').getByTitle('Ask Joan Ek').waitFor();
await take('1-find');
await client('Teams').getByTitle('Ask Joan Ek').click();
await client('Teams')
  .getByLabel('What would you like to discuss?')
  .fill('My notes come back for missing facts. What do you write down first?');
await client('Teams').getByRole('button', { name: 'Send request' }).click();
await client('Slack').getByRole('button', { name: 'Accept Ana Reyes' }).last().waitFor();
await client('Teams').getByText('Waiting for Joan').waitFor();
await take('2-ask');
await client('Slack').getByRole('button', { name: 'Accept Ana Reyes' }).last().click();
await client('Teams').getByText('Good news').waitFor();
await take('3-accepted');
await write('Slack', 'my entry');
await client('Slack').getByText('Your mentor entry').last().waitFor();
await page.getByLabel('Who you are in Teams').selectOption({ label: 'Nora Bright (coordinator, Anchorage)' });
await write('Teams', 'overview');
await client('Teams').getByText('Offers and wishes').last().waitFor();
await take('4-mentor-and-coordinator');
await button('Dark colors').click();
await button('What was sent').click();
await page.getByRole('table').waitFor();
await take('5-what-was-sent');

await browser.close();
product.kill('SIGTERM');
await new Promise((resolve) => product.once('exit', resolve));
rmSync(folder, { recursive: true, force: true });
