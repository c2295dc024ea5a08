import { inBrowser, openedProduct } from './product';

inBrowser('answers of the server that overtake each other', () => {
  const { newPage, address } = openedProduct();

  it('never bring back what a chat showed before', async () => {
    const page = await newPage();
    await page.goto(address());
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
