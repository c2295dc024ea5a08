import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import { inBrowser, openedProduct } from './product';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

inBrowser('why the bot understood it so', () => {
  const { newPage, address } = openedProduct();

  it.each(['light', 'dark'] as const)(
    'is shown below one’s own words in both clients, and hidden again, in %s colors',
    async (colorScheme) => {
      const page = await newPage({ viewport: { width: 1440, height: 900 }, colorScheme, reducedMotion: 'reduce' });
      await page.goto(address());
      for (const name of ['Slack', 'Teams'] as const) {
        const client = page.getByRole('region', { name: `Messages in ${name}` });
        await client.getByRole('listitem').first().waitFor();
        const said = await client.getByRole('button', { name: 'why?' }).count();
        await page.getByLabel(`Write in ${name}`).fill('who can help me with case notes?');
        await page.keyboard.press('Enter');
        const why = client.getByRole('button', { name: 'why?' }).nth(said);
        await why.waitFor();
        expect(await why.getAttribute('aria-expanded')).toBe('false');
        await why.focus();
        await page.keyboard.press('Enter');
        const steps = client.getByRole('list', { name: 'How this was understood' });
        await steps.getByText('case_notes').first().waitFor();
        expect(await why.getAttribute('aria-expanded')).toBe('true');
      }
      await page.evaluate(axe);
      const found: AxeResults = await page.evaluate('axe.run(document, { resultTypes: ["violations"] })');
      const serious = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      await page.locator('button.why[aria-expanded=true]').first().click();
      expect(await page.getByRole('list', { name: 'How this was understood' }).count()).toBe(1);
      await page.close();
    },
    60_000,
  );
});
