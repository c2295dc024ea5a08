import type { Locator, Page } from 'playwright-core';
import { inBrowser, openedProduct } from './product';

inBrowser('forms on the page', () => {
  const { newPage, address } = openedProduct();
  let page: Page;
  beforeEach(async () => {
    page = await newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    await page.goto(address());
  });
  afterEach(() => page.close());

  const dialog = (): Locator => page.getByRole('dialog');
  const isInside = (): Promise<boolean> =>
    dialog().evaluate((window) => window.contains(window.ownerDocument.activeElement));
  const focused = (): Promise<string> =>
    page.evaluate('document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent');

  /** Waits until the expression holds in the page; its policy forbids Playwright's own way of waiting for one. */
  async function until(holds: string): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      if (await page.evaluate(`Boolean(${holds})`)) return;
      await page.waitForTimeout(25);
    }
    throw new Error(`It never came to this: ${holds}`);
  }
  const darkCard = (): Promise<void> =>
    until(
      'getComputedStyle([...document.querySelectorAll(".ac-adaptiveCard")].at(-1)).backgroundColor === "rgb(41, 41, 41)"',
    );
  const entered = async (): Promise<void> => {
    await dialog().waitFor();
    await until('document.activeElement.closest("[role=dialog]")');
  };

  /** Goes once round by Tab, there or back, and counts the stops. */
  async function round(key: 'Tab' | 'Shift+Tab'): Promise<number> {
    const start = await dialog().evaluateHandle((window) => window.ownerDocument.activeElement);
    for (let stops = 1; stops < 100; stops += 1) {
      await page.keyboard.press(key);
      expect(await isInside()).toBe(true);
      if (await start.evaluate((element) => element === element?.ownerDocument.activeElement)) return stops;
    }
    throw new Error('Tab does not come round.');
  }

  it('in a Slack window: Tab stays inside, what is wrong is shown, the focus goes back to its button', async () => {
    await page.getByLabel('Write in Slack').fill('/mentor find interviewing');
    await page.keyboard.press('Enter');
    const messages = page.getByRole('region', { name: 'Messages in Slack' });
    await messages.getByRole('button', { name: /^Ask/ }).first().press('Enter');
    await entered();
    const stops = await round('Tab');
    expect(stops).toBeGreaterThan(4);
    expect(await round('Shift+Tab')).toBe(stops);
    for (const time of ['first', 'second']) {
      await dialog().getByRole('button', { name: 'Send request' }).press('Enter');
      await dialog().locator('.error').first().waitFor();
      expect([time, await isInside()]).toEqual([time, true]);
    }
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    expect(await focused()).toMatch(/^Ask /);
  }, 60_000);

  it('in a Teams window, a long one: checked inside, nothing lost, closed and told in the chat', async () => {
    await page.getByLabel('Write in Teams').fill('I want to be a mentor');
    await page.keyboard.press('Enter');
    const messages = page.getByRole('region', { name: 'Messages in Teams' });
    await messages.getByRole('heading', { name: 'Would you like to mentor?' }).waitFor();
    await messages.getByRole('button', { name: 'Become a mentor' }).last().press('Enter');
    const larger = messages.getByRole('button', { name: 'Open in a larger window' });
    await larger.press('Enter');
    await entered();
    await dialog().getByRole('heading', { name: 'Become a mentor' }).waitFor();
    const stops = await round('Tab');
    expect(stops).toBeGreaterThan(50);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    expect(await focused()).toBe('Open in a larger window');

    await larger.press('Enter');
    await dialog().waitFor();
    const topics = dialog().getByRole('checkbox');
    await topics.nth(0).check();
    await topics.nth(2).check();
    await dialog().getByRole('spinbutton').fill('2');
    await page.emulateMedia({ colorScheme: 'dark' });
    await darkCard();
    expect(await topics.nth(2).isChecked()).toBe(true);
    await dialog().getByRole('button', { name: 'Become a mentor' }).press('Enter');
    await dialog().getByText('Please tick this to go on.').waitFor();
    await dialog().getByRole('checkbox').last().check();
    await dialog().getByRole('spinbutton').fill('1.5');
    await dialog().getByRole('button', { name: 'Become a mentor' }).press('Enter');
    await dialog().getByText('Please give a whole number from 0 to 20.').waitFor();
    await entered();
    expect(await topics.nth(0).isChecked()).toBe(true);
    expect(await topics.nth(1).isChecked()).toBe(false);
    expect(await dialog().getByRole('checkbox').last().isChecked()).toBe(true);
    await dialog().getByRole('spinbutton').fill('2');
    await dialog().getByRole('button', { name: 'Become a mentor' }).press('Enter');
    await dialog().waitFor({ state: 'detached' });
    await messages.getByText('Saved. Thank you for mentoring!').waitFor();
    expect(await larger.count()).toBe(0);
    expect(await focused()).toBe('Write in Teams');
  }, 60_000);

  it('and a button that is answered by a message: the message says it all', async () => {
    await page.getByLabel('Who you are in Teams').selectOption({ label: 'Tom Weyiouanna (mentee, Nome)' });
    await page.getByLabel('Write in Teams').fill('help');
    await page.keyboard.press('Enter');
    const messages = page.getByRole('region', { name: 'Messages in Teams' });
    await messages.getByRole('button', { name: 'Browse topics' }).first().click();
    await messages.getByRole('button', { name: 'Find a mentor for Interviewing Techniques' }).click();
    await messages.getByRole('button', { name: 'More mentors' }).waitFor();
    expect(await messages.getByText('See my answer below').count()).toBe(0);
  }, 60_000);

  it('in a card: what was typed stays when the colors change, and two cards have each their own choice', async () => {
    await page.getByLabel('Who you are in Teams').selectOption({ label: 'Carl Johnson (mentee, Juneau)' });
    const messages = page.getByRole('region', { name: 'Messages in Teams' });
    const needs = messages.getByLabel('What would you like to discuss?');
    for (const forms of [1, 2]) {
      await page.getByLabel('Write in Teams').fill('find interviewing');
      await page.keyboard.press('Enter');
      await messages.getByRole('button', { name: /^Ask / }).first().click();
      await needs.nth(forms - 1).waitFor();
    }
    const radios = messages.getByRole('radio');
    const chosen = (): Promise<readonly boolean[]> =>
      radios.evaluateAll((all) => all.map((one) => one.matches(':checked')));
    const before = await chosen();
    expect(before.filter(Boolean)).toHaveLength(2);
    await radios.last().check();
    await radios.first().check();
    const own = await chosen();
    expect([own[0], own.at(-1), own.filter(Boolean).length]).toEqual([true, true, 2]);
    await needs.first().fill('Case notes');
    await needs.last().fill('Hard questions');
    await messages.getByRole('checkbox', { name: 'By video' }).last().check();
    await page.emulateMedia({ colorScheme: 'dark' });
    await darkCard();
    expect(await chosen()).toEqual(own);
    expect([await needs.first().inputValue(), await needs.last().inputValue()]).toEqual([
      'Case notes',
      'Hard questions',
    ]);
    expect(await messages.getByRole('checkbox', { name: 'By video' }).last().isChecked()).toBe(true);
  }, 60_000);
});
