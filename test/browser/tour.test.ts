import type { Locator, Page } from 'playwright-core';
import { inBrowser, openedProduct } from './product';

inBrowser('what the page offers around the two clients', () => {
  const { newPage, address } = openedProduct({ first: true });
  let page: Page;
  beforeEach(async () => {
    page = await newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(address());
  });
  afterEach(() => page.close());

  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
  const client = (name: 'Slack' | 'Teams'): Locator => page.getByRole('region', { name: `Messages in ${name}` });

  it('a tour that plays the story of one request and moves the clock, also from the Home tab', async () => {
    await button('Home').click();
    await button('Tour').click();
    for (const title of [
      'Ana looks for help',
      'She picks a mentor',
      'She says what it is about',
      'Joan hears of it, in Slack',
    ]) {
      await page.getByRole('heading', { name: title }).waitFor();
      await button('Do it for me').click();
      await button('Done').waitFor();
      await button('Next').click();
    }
    await client('Teams').getByText('Good news: Joan Ek accepted your request').waitFor();
    await client('Slack').getByText('You accepted on').waitFor();
    await button('Next').click();
    await button('Do it for me').click();
    await page.getByText(/went out on the way\.$/).waitFor();
    await button('Next').click();
    await button('Finish').click();
    expect(await page.getByRole('heading', { name: 'That was one request' }).count()).toBe(0);

    await button('Ledger').click();
    const row = page.getByRole('row').filter({ hasText: 'A mentee asks for this mentor' });
    await row.filter({ hasText: 'Joan Ek' }).filter({ hasText: 'Sent' }).waitFor();
  }, 60_000);

  it('a fault that strikes one person, told in the ledger, and withdrawn by one press', async () => {
    await button('Faults').click();
    await page
      .getByLabel('Somebody has blocked the bot', { exact: true })
      .selectOption({ label: 'Wendy Tran in Slack' });
    await button('Switch on: Somebody has blocked the bot').click();
    await page.getByText('Slack says that this person has blocked the bot, until withdrawn.').waitFor();
    await page.getByLabel('Who you are in Teams').selectOption({ label: 'Carl Johnson (mentee, Juneau)' });
    await page.getByLabel('Write in Teams').fill('find interviewing');
    await page.getByLabel('Write in Teams').press('Enter');
    await client('Teams').getByRole('button', { name: 'Ask Wendy Tran' }).click();
    await page.getByLabel('What would you like to discuss?').fill('Hard questions');
    await button('Send request').click();
    await button('Ledger').click();
    await page.getByRole('row').filter({ hasText: 'Wendy Tran' }).filter({ hasText: 'cannot be reached' }).waitFor();
    await button('Faults').click();
    await button('Withdraw all').click();
    await page.getByText('Nothing is on. Both platforms work.').waitFor();
  }, 60_000);

  it('any two people side by side, also both in the same client, also after the page is opened again', async () => {
    await page.getByLabel('Who you are in Teams').selectOption({ label: 'Joan Ek (mentor, Nome)' });
    await page.getByLabel('Who you are in Slack').nth(1).waitFor();
    await page.reload();
    const names = page.getByLabel('Who you are in Slack').locator('option:checked');
    await names.nth(1).waitFor({ state: 'attached' });
    expect(await names.allTextContents()).toEqual(['Ben Carter (mentee, Nome)', 'Joan Ek (mentor, Nome)']);
  }, 60_000);

  it('commands while one types, and colors that are remembered', async () => {
    await page.getByLabel('Write in Slack').pressSequentially('/m');
    await page.getByRole('option', { name: '/mentor help' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await page.getByLabel('Write in Slack').inputValue()).toBe('/mentor find interviewing');
    await page.getByRole('button', { name: 'Colors: Auto' }).click();
    await page.getByRole('button', { name: 'Colors: Light' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Colors: Dark' }).waitFor();
    expect(await page.evaluate('getComputedStyle(document.documentElement).colorScheme')).toBe('dark');
  }, 60_000);
});
