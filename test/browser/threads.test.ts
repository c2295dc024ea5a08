import type { Page } from 'playwright-core';
import { inBrowser, openedProduct } from './product';

inBrowser('threads in Slack', () => {
  const { newPage, address } = openedProduct();

  const open = async (width: number): Promise<Page> => {
    const page = await newPage({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
    await page.goto(address());
    return page;
  };
  const focused = (page: Page): Promise<string> =>
    page.evaluate('document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent');

  it.each([1900, 1280, 390])(
    'by keyboard, %i pixels wide: what is asked in a thread is answered in it',
    async (width) => {
      const page = await open(width);
      const messages = page.getByRole('region', { name: 'Messages in Slack' });
      const thread = page.getByRole('complementary', { name: 'Thread in Slack' });
      await page.getByLabel('Write in Slack').fill('help');
      await page.keyboard.press('Enter');
      await messages
        .getByText('what I understand')
        .or(messages.getByRole('button', { name: 'Browse topics' }))
        .last()
        .waitFor();
      await messages.getByRole('button', { name: 'Reply in thread' }).last().press('Enter');
      await thread.waitFor();
      expect(await focused(page)).toBe('Reply in the thread');
      const before = await page.locator('.message').count();
      await page.keyboard.type('find interviewing');
      await page.keyboard.press('Enter');
      await thread.getByRole('button', { name: 'More mentors' }).waitFor();
      expect(await thread.locator('.message').count()).toBe(3);
      expect(before).toBeGreaterThan(0);

      await thread.getByRole('button', { name: /^Ask / }).first().press('Enter');
      const form = page.getByRole('dialog');
      await form.getByLabel('What would you like to discuss?').fill('In a thread');
      await page.keyboard.press('Escape');
      await form.waitFor({ state: 'detached' });

      await thread.getByLabel('Reply in the thread').fill('/mentor help');
      await page.keyboard.press('Enter');
      await page.getByText('/mentor is not supported in threads. Sorry!').waitFor();
      await page.keyboard.press('Escape');
      await thread.waitFor({ state: 'detached' });
      expect(await focused(page)).toMatch(/^2 replies/);
      expect(await messages.getByRole('button', { name: 'More mentors' }).count()).toBe(0);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      await page.close();
    },
    60_000,
  );
});
