import { type Browser, chromium as driver, type Locator, type Page } from 'playwright-core';
import { chromium, chromiumFlags, inBrowser, type Product, startProduct } from './product';

inBrowser('a window over a client, by keyboard', () => {
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
    page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(15_000);
    await page.goto(product.page);
  });
  afterEach(() => page.close());

  const dialog = (): Locator => page.getByRole('dialog');
  const isInside = (): Promise<boolean> =>
    dialog().evaluate((window) => window.contains(window.ownerDocument.activeElement));
  const focused = (): Promise<string> =>
    page.evaluate('document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent');

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

  it('of Slack keeps Tab inside, shows what is wrong, and gives the focus back to its button', async () => {
    await page.getByLabel('Write in Slack').fill('/mentor find interviewing');
    await page.keyboard.press('Enter');
    const messages = page.getByRole('region', { name: 'Messages in Slack' });
    await messages.getByRole('button', { name: /^Ask/ }).first().press('Enter');
    await dialog().waitFor();
    expect(await isInside()).toBe(true);
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
});
