import { type Browser, chromium as driver } from 'playwright-core';
import { chromium, chromiumFlags, inBrowser, type Product, startProduct } from './product';

inBrowser('answers of the server that overtake each other', () => {
  let product: Product;
  let browser: Browser;
  beforeAll(async () => {
    product = await startProduct();
    browser = await driver.launch({ executablePath: chromium ?? '', args: chromiumFlags });
  }, 90_000);
  afterAll(async () => {
    await browser.close();
    await product.stop();
  }, 30_000);

  it('never bring back what a chat showed before', async () => {
    const page = await browser.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(product.page);
    const messages = page.getByRole('region', { name: 'Messages in Slack' });
    const be = (label: string) => page.getByLabel('Who you are in Slack').selectOption({ label });
    await be('Ben Carter (mentee, Nome)');

    // The first look at Dora's chat is answered at last, with what it showed before she wrote.
    let answerLate: (() => Promise<void>) | undefined;
    const heldBack = new Promise<void>((resolve) => {
      void page.route('**/api/chat?channel=slack*', async (route) => {
        if (answerLate) return route.continue();
        const early = await route.fetch();
        answerLate = () => route.fulfill({ response: early });
        resolve();
      });
    });
    await be('Dora Alexie (mentee, Bethel)');
    await heldBack;
    await page.getByLabel('Write in Slack').fill('thanks');
    await page.keyboard.press('Enter');
    await messages.getByText('Any time!').waitFor();
    await answerLate?.();
    await page.evaluate(
      'new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(seen))))',
    );
    expect(await messages.getByText('Any time!').count()).toBe(1);
    await page.close();
  }, 60_000);
});
