import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { inBrowser, openedProduct } from './product';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on the page as it stands, of an impact that shuts people out. */
async function findings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const results: AxeResults = await page.evaluate('axe.run(document, { resultTypes: ["violations"] })');
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.any[0]?.message ?? ''}`));
}

inBrowser('nobody is shut out', () => {
  const { newPage, address } = openedProduct();
  /** What the browser itself has to complain about, such as something that the page's policy forbids. */
  let complaints: string[] = [];

  beforeEach(() => {
    complaints = [];
  });
  afterEach(() => expect(complaints).toEqual([]));

  const open = async (colorScheme: 'light' | 'dark', width = 1440): Promise<Page> => {
    const page = await newPage({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' });
    page.on('console', (said) => /Content Security Policy/i.test(said.text()) && complaints.push(said.text()));
    page.on('pageerror', (fault) => complaints.push(fault.message));
    await page.goto(address());
    return page;
  };
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).last();

  describe.each(['light', 'dark'] as const)('%s', (theme) => {
    it('in what a find shows, the form of Slack and the form of Teams', async () => {
      const page = await open(theme);
      await page.getByLabel('Write in Slack').fill('/mentor find interviewing');
      await page.keyboard.press('Enter');
      await page.getByLabel('Write in Teams').fill('find interviewing');
      await page.keyboard.press('Enter');
      const [slack, teams] = ['Slack', 'Teams'].map((name) =>
        page.getByRole('region', { name: `Messages in ${name}` }),
      );
      await slack?.getByRole('button', { name: 'More mentors' }).last().waitFor();
      await teams?.getByRole('button', { name: 'More mentors' }).last().waitFor();
      expect(await findings(page)).toEqual([]);
      await slack?.getByRole('button', { name: /^Ask/ }).last().click();
      await page.getByRole('dialog').waitFor();
      const forms = (await teams?.locator('textarea').count()) ?? 0;
      await teams?.getByRole('button', { name: /^Ask/ }).last().click();
      await teams?.getByLabel('What would you like to discuss?').nth(forms).waitFor();
      expect(await findings(page)).toEqual([]);
      await page.getByRole('dialog').getByRole('button', { name: 'Send request' }).click();
      await page.getByRole('dialog').locator('.error').first().waitFor();
      expect(await findings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.close();
    }, 60_000);

    it('in a Slack thread and a Teams window', async () => {
      const page = await open(theme);
      await page.getByLabel('Write in Slack').fill('help');
      await page.keyboard.press('Enter');
      await button(page, 'Browse topics').waitFor();
      await button(page, 'Reply in thread').press('Enter');
      await page.keyboard.type('find interviewing');
      await page.keyboard.press('Enter');
      const thread = page.getByRole('complementary', { name: 'Thread in Slack' });
      await thread.getByRole('button', { name: 'More mentors' }).waitFor();
      await page.getByLabel('Write in Teams').fill('I want to be a mentor');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Would you like to mentor?' }).last().waitFor();
      const teams = page.getByRole('region', { name: 'Messages in Teams' });
      await teams.getByRole('button', { name: 'Become a mentor' }).last().click();
      await teams.getByRole('button', { name: 'Open in a larger window' }).last().click();
      await page.getByRole('dialog').getByRole('spinbutton').waitFor();
      expect(await findings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await findings(page)).toEqual([]);
      await page.close();
    }, 60_000);

    it('in the Home tab, the ledger, the faults and the tour', async () => {
      const page = await open(theme);
      await button(page, /^Home$/).click();
      await page.getByRole('region', { name: 'App Home' }).getByRole('button').first().waitFor();
      await button(page, 'Ledger').click();
      await page.getByRole('cell', { name: 'Ana Reyes' }).first().waitFor();
      expect(await findings(page)).toEqual([]);
      await button(page, 'Faults').click();
      await button(page, 'Switch on: Slack is slow').click();
      await button(page, 'Withdraw all').waitFor();
      expect(await findings(page)).toEqual([]);
      await button(page, 'Withdraw all').click();
      await button(page, /^Tour$/).click();
      await page.getByRole('heading', { name: 'Ana looks for help' }).waitFor();
      expect(await findings(page)).toEqual([]);
      await page.close();
    }, 60_000);

    it('on a phone', async () => {
      const page = await open(theme, 390);
      await button(page, /^Teams$/).click();
      await page.getByLabel('Write in Teams').fill('find interviewing');
      await page.keyboard.press('Enter');
      await button(page, 'More mentors').waitFor();
      expect(await page.getByLabel('Write in Slack').isVisible()).toBe(false);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
      expect(await findings(page)).toEqual([]);
      await button(page, 'Ledger').click();
      await page.getByRole('cell', { name: 'Ana Reyes' }).first().waitFor();
      expect(await findings(page)).toEqual([]);
      await page.close();
    }, 60_000);
  });

  it('gives the focus back when a form or a drawer closes', async () => {
    const page = await open('light');
    await page.getByLabel('Write in Slack').fill('/mentor find interviewing');
    await page.keyboard.press('Enter');
    const ask = page.getByRole('region', { name: 'Messages in Slack' }).getByRole('button', { name: /^Ask/ }).last();
    const focused = (): Promise<string> => page.evaluate('document.activeElement.textContent');
    await ask.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused()).toBe('Ask');
    await button(page, 'Ledger').press('Enter');
    await page.getByRole('cell', { name: 'Ana Reyes' }).first().waitFor();
    expect(await focused()).toBe('Ledger');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('cell').count()).toBe(0);
    expect(await focused()).toBe('Ledger');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('BUTTON');
    await page.close();
  }, 60_000);
});
