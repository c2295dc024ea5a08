import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium as driver, type Page } from 'playwright-core';
import { chromium, chromiumFlags, inBrowser, type Product, startProduct } from './product';

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

inBrowser('the page to try it', () => {
  let product: Product;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    product = await startProduct();
    browser = await driver.launch({ executablePath: chromium ?? '', args: chromiumFlags });
  }, 90_000);
  afterAll(async () => {
    await browser.close();
    await product.stop();
  }, 30_000);
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1440, height: 900 }, bypassCSP: true });
    page.setDefaultTimeout(15_000);
    await page.goto(product.page);
  });
  afterEach(() => page.close());

  const write = async (name: 'Slack' | 'Teams', text: string): Promise<void> => {
    await page.getByRole('combobox', { name: `Write in ${name}` }).fill(text);
    await page.getByRole('region', { name, exact: true }).getByRole('button', { name: 'Send', exact: true }).click();
  };
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const story = () => page.getByRole('region', { name: 'The story of one request' });

  /** Findings that keep somebody from using the page, as axe names them, with the first place of each. */
  async function seriousFindings(): Promise<readonly string[]> {
    await page.evaluate(axeSource);
    const { violations } = await page.evaluate<Pick<AxeResults, 'violations'>>(
      'window.axe.run(document, { resultTypes: ["violations"] })',
    );
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
  }

  it('plays the story of one request for somebody who only watches', async () => {
    await press('Play the story');
    for (const title of ['Mentors, and why each of them', 'A few words are enough', 'It arrives in the other client']) {
      await press('Do it for me');
      await story().getByRole('heading', { name: title }).waitFor();
    }
    await press('Do it for me');
    await story().getByRole('heading', { name: 'Both cards tell the truth' }).waitFor();
    await page.getByRole('region', { name: 'Messages in Slack' }).getByText('You accepted on').last().waitFor();
    await page.getByRole('region', { name: 'Messages in Teams' }).getByText('Good news').last().waitFor();
    await press('What was sent');
    const rows = page.getByRole('complementary', { name: 'What was sent' }).getByRole('row');
    await rows.filter({ hasText: 'The mentor has answered' }).first().waitFor();
  }, 60_000);

  it('is left by Escape where a panel is open, and the focus goes back to its button', async () => {
    await page.getByRole('button', { name: 'Break something' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('complementary', { name: 'Break something' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('complementary', { name: 'Break something' }).waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Break something');
  });

  it('offers commands while one is typed, by keyboard', async () => {
    const box = page.getByRole('combobox', { name: 'Write in Slack' });
    await box.fill('/ment');
    await page.getByRole('listbox', { name: 'Commands' }).getByRole('option').first().waitFor();
    await box.press('ArrowDown');
    await box.press('Enter');
    expect(await box.inputValue()).toMatch(/^\/mentor /);
  });

  it('shows one client at a time on a phone, without scrolling sideways', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await press('In Slack');
    await page.getByRole('combobox', { name: 'Write in Slack' }).waitFor();
    expect(await page.getByRole('combobox', { name: 'Write in Teams' }).isVisible()).toBe(false);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });

  for (const theme of ['Light', 'Dark']) {
    it(`can be used by everybody, in ${theme.toLowerCase()} colors: no serious finding`, async () => {
      const other = page.getByRole('button', { name: `${theme} colors` });
      if (await other.isVisible()) await other.click();
      const found: Record<string, readonly string[]> = {};
      const look = async (what: string): Promise<void> => {
        const findings = await seriousFindings();
        if (findings.length > 0) found[what] = findings;
      };
      await look('as it opens');
      await write('Slack', '/mentor find interviewing');
      await write('Teams', 'find interviewing');
      const inSlack = page.getByRole('region', { name: 'Messages in Slack' });
      await inSlack.getByRole('button', { name: /^Ask / }).first().waitFor();
      await page.getByRole('region', { name: 'Messages in Teams' }).getByTitle(/^Ask /).first().waitFor();
      await look('mentors found in both clients');
      await page.getByRole('region', { name: 'Messages in Teams' }).getByTitle(/^Ask /).first().click();
      await page
        .getByRole('region', { name: 'Messages in Teams' })
        .getByLabel('What would you like to discuss?')
        .waitFor();
      await look('a form in Teams');
      await inSlack.getByRole('button', { name: /^Ask / }).first().click();
      await page.getByRole('dialog').waitFor();
      await look('a form in Slack');
      await page.getByRole('button', { name: 'Close the form' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await press('App Home');
      await page.getByRole('region', { name: 'App Home' }).getByRole('button', { name: 'Help' }).waitFor();
      await look('the Home tab');
      await press('Play the story');
      await look('the tour');
      await press('Leave the tour');
      await press('What was sent');
      await page.getByRole('table').waitFor();
      await look('what was sent');
      await page.keyboard.press('Escape');
      await press('Break something');
      await look('troubles to switch on');
      expect(found).toEqual({});
    }, 90_000);
  }
});
