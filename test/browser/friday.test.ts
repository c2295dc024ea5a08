import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import type { Locator, Page } from 'playwright-core';
import { isDayOff, usualDaysOff } from '../../src/mentoring';
import { inBrowser, openedProduct } from './product';

const pictures = process.env.PICTURES;
const zone = 'America/Anchorage';
const ana = 'Ana Reyes (mentee, Bethel)';
const joan = 'Joan Ek (mentor, Nome)';

/** A Friday at noon from which on neither the Monday after two weeks nor the days around it are days off. */
function fridayAhead(now: DateTime): DateTime {
  let friday = now.plus({ weeks: 1 }).set({ weekday: 5, hour: 12, minute: 0, second: 0, millisecond: 0 });
  const isOff = (day: DateTime): boolean => isDayOff(day.toISODate() ?? '', usualDaysOff);
  while ([0, 14, 17].some((days) => isOff(friday.plus({ days })))) friday = friday.plus({ weeks: 1 });
  return friday;
}

inBrowser('from Friday to Monday on the page', () => {
  const { newPage, address } = openedProduct();
  let page: Page;
  beforeAll(async () => {
    page = await newPage({ viewport: { width: 1440, height: 1000 }, reducedMotion: 'reduce' });
    // To move the clock over two weeks is the work of many turns.
    page.setDefaultTimeout(60_000);
    await page.goto(address());
  }, 60_000);
  afterAll(() => page.close());

  const messages = (client: 'Slack' | 'Teams'): Locator => page.getByRole('region', { name: `Messages in ${client}` });
  const reads = (client: 'Slack' | 'Teams', text: string | RegExp): Promise<void> =>
    messages(client).getByText(text).last().waitFor();
  const moveTo = async (to: DateTime): Promise<void> => {
    const answer = await page.request.post(new URL('/local/api/clock', address()).href, {
      data: { to: to.toISO() },
      headers: { origin: new URL(address()).origin },
      timeout: 60_000,
    });
    expect(answer.status()).toBe(200);
    // The page hears of it by itself: its own buttons count from the time that it shows.
    await page.locator('.clock').getByText(to.setLocale('en-US').toFormat('cccc, LLLL d')).waitFor();
  };
  const picture = async (name: string): Promise<void> => {
    if (!pictures) return;
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `friday-${name}.png`) });
  };

  it('both partners are nudged and the coordinator gets her digest, and all three act on it', async () => {
    const friday = fridayAhead(DateTime.now().setZone(zone));
    await moveTo(friday);
    await page.getByLabel('Who you are in Teams').selectOption({ label: ana });
    await page.getByLabel('Who you are in Slack').selectOption({ label: joan });
    await page.getByLabel('Write in Teams').fill('find case notes in Nome');
    await page.getByRole('region', { name: 'Teams', exact: true }).getByRole('button', { name: 'Send' }).click();
    await messages('Teams').getByRole('button', { name: 'Ask Joan Ek' }).last().click();
    await messages('Teams').getByLabel('What would you like to discuss?').last().fill('Where to begin');
    await messages('Teams').getByRole('button', { name: 'Send request' }).last().click();
    await messages('Slack').getByRole('button', { name: 'Accept Ana Reyes' }).last().click();
    await reads('Teams', 'Good news: Joan Ek accepted your request');

    await moveTo(friday.plus({ days: 14, hours: 4 }));
    await picture('1-friday');
    expect(await messages('Teams').getByText('When do you and Joan Ek start?').count()).toBe(0);
    await page
      .getByRole('button', { name: /Monday/ })
      .first()
      .click();
    await reads('Teams', 'When do you and Joan Ek start?');
    await reads('Slack', 'When do you and Ana Reyes start?');
    await picture('2-monday');

    await messages('Slack').getByRole('button', { name: 'Ask me later' }).last().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await reads('Slack', /I ask about you and Ana again on/);
    await messages('Teams').getByRole('button', { name: 'We are fine, less often' }).last().click();
    await reads('Teams', 'I ask about you and Joan half as often from now on.');
    await picture('3-answered');

    const nora = page
      .getByLabel('Who you are in Teams')
      .locator('optgroup[label="In Teams"] option', { hasText: 'Nora Bright' });
    await page.getByLabel('Who you are in Teams').selectOption((await nora.getAttribute('value')) ?? '');
    await reads('Teams', 'Your week');
    await reads('Teams', /Ana Reyes and Joan Ek/);
    await picture('4-digest');

    const noraInSlack = page
      .getByLabel('Who you are in Slack')
      .locator('optgroup[label="In Slack"] option', { hasText: 'Nora Bright' });
    await page.getByLabel('Who you are in Slack').selectOption((await noraInSlack.getAttribute('value')) ?? '');
    await page.getByLabel('Write in Slack').fill('digest');
    await page.keyboard.press('Enter');
    for (const client of ['Slack', 'Teams'] as const) {
      const chart = messages(client).getByRole('table', { name: 'How your pairs do' }).last();
      await chart.waitFor();
      expect(await chart.getByRole('row').allInnerTexts()).toEqual([
        expect.stringMatching(/^As expected\s+0$/),
        expect.stringMatching(/^Nothing planned yet\s+1$/),
        expect.stringMatching(/^Quiet\s+0$/),
      ]);
      await reads(client, 'As expected: 0 · Nothing planned yet: 1 · Quiet: 0');
    }
    await picture('5-charts');
    await page.emulateMedia({ colorScheme: 'dark' });
    await picture('6-charts-dark');
  }, 300_000);
});
