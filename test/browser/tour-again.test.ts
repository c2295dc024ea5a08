import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { inBrowser, openedProduct } from './product';

const pictures = process.env.PICTURES;

type People = { readonly people: readonly { readonly id: string; readonly name: string }[] };

inBrowser('the tour of a page where others have been before', () => {
  const { newPage, address, startAnew } = openedProduct();
  let page: Page;
  let ids: ReadonlyMap<string, string>;

  const peopleNow = async (): Promise<ReadonlyMap<string, string>> => {
    const response = await fetch(`${address()}api/people`);
    const { people }: People = JSON.parse(await response.text());
    return new Map(people.map(({ id, name }) => [name, id]));
  };
  beforeEach(async () => {
    await startAnew();
    page = await newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    await page.goto(address());
    ids = await peopleNow();
  }, 60_000);
  afterEach(() => page.close());

  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
  const inTeams = (): Locator => page.getByRole('region', { name: 'Messages in Teams' });
  const step = (title: string): Promise<void> => page.getByRole('heading', { name: title }).waitFor();
  const does = async (title: string): Promise<void> => {
    await step(title);
    expect(await button('Done').count()).toBe(0);
    await button('Do it for me').click();
    await button('Done').waitFor();
    await button('Next').click();
  };

  async function playToItsEnd(): Promise<void> {
    await does('Ana looks for help');
    await does('She picks a mentor');
    await does('She says what it is about');
    await does('Joan hears of it, in Slack');
    await inTeams().getByText('Good news: Joan Ek accepted your request').waitFor();
    await button('Next').click();
    await does('Time passes');
    await button('Finish').click();
  }

  /** Light and dark, wide and on a phone, where pictures are wanted. */
  async function pictured(): Promise<void> {
    if (!pictures) return;
    mkdirSync(pictures, { recursive: true });
    for (const colorScheme of ['light', 'dark'] as const)
      for (const [name, width] of Object.entries({ wide: 1440, phone: 390 })) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await page.screenshot({ path: join(pictures, `tour-refuses-${colorScheme}-${name}.png`) });
      }
    await page.setViewportSize({ width: 1440, height: 900 });
  }

  /** The tour up to the mentor whom it cannot ask; what it says then. */
  async function refusal(): Promise<string> {
    await button('Tour').click();
    await does('Ana looks for help');
    await button('Do it for me').click();
    await button('Start over with a fresh demo').waitFor();
    await pictured();
    return (await page.locator('.tour [role="status"]').textContent()) ?? '';
  }
  async function startOver(): Promise<void> {
    await button('Start over with a fresh demo').click();
    await page.getByRole('heading', { name: 'Ana looks for help' }).waitFor({ timeout: 120_000 });
    const people = await peopleNow();
    expect([...people.values()].filter((id) => [...ids.values()].includes(id))).toEqual([]);
  }

  const writes = async (words: string): Promise<void> => {
    await page.getByLabel('Write in Teams').fill(words);
    await page.getByLabel('Write in Teams').press('Enter');
  };
  const ana = 'Ana Reyes (mentee, Bethel)';
  /** A form to this mentor, opened in somebody's chat by hand. */
  async function opensForm(label: string, words: string, mentor: string): Promise<void> {
    await page.getByLabel('Who you are in Teams').selectOption({ label });
    await writes(words);
    const ask = inTeams().getByRole('button', { name: `Ask ${mentor}` });
    await inTeams().getByRole('button', { name: 'Ask ' }).first().waitFor();
    if ((await ask.count()) === 0) await inTeams().getByRole('button', { name: 'More mentors' }).click();
    await ask.click();
    await inTeams().getByText(`You are asking ${mentor}`).waitFor();
  }
  async function sends(): Promise<void> {
    await page.getByLabel('What would you like to discuss?').last().fill('Hard questions');
    await inTeams().getByRole('button', { name: 'Send request' }).last().click();
    await inTeams().getByRole('button', { name: 'Withdraw' }).first().waitFor();
  }

  it('plays to its end beside a request, an open form and a list, then refuses and starts over', async () => {
    await opensForm(ana, 'find case notes', 'Grace Kim');
    await sends();
    await opensForm(ana, 'find interviewing', 'Maya Okpik');
    await writes('find organizational skills');
    await inTeams().getByRole('button', { name: 'Ask Linda Moses' }).waitFor();
    await button('Tour').click();
    await playToItsEnd();
    expect(await inTeams().getByText('You asked Maya Okpik').count()).toBe(0);

    expect(await refusal()).toMatch(/^Joan is not in the list: /);
    await startOver();
    await playToItsEnd();
  }, 180_000);

  it('does not take a form to somebody else for the one to Joan', async () => {
    await button('Tour').click();
    await does('Ana looks for help');
    await inTeams().getByRole('button', { name: 'Ask Maya Okpik' }).click();
    await inTeams().getByText('You are asking Maya Okpik').waitFor();
    expect(await button('Done').count()).toBe(0);
    expect(await button('Next').isEnabled()).toBe(false);
    await writes('find interviewing');
    await inTeams().getByRole('button', { name: 'Ask ' }).first().waitFor();
    await does('She picks a mentor');
    await does('She says what it is about');
    await step('Joan hears of it, in Slack');
  }, 180_000);

  it('says that Joan is not to be had when others have taken her places', async () => {
    await page.getByLabel('Who you are in Slack').selectOption({ label: 'Joan Ek (mentor, Nome)' });
    for (const [name, label] of [
      ['Tom Weyiouanna', 'Tom Weyiouanna (mentee, Nome)'],
      ['Carl Johnson', 'Carl Johnson (mentee, Juneau)'],
    ] as const) {
      await opensForm(label, 'find interviewing', 'Joan Ek');
      await sends();
      await page.getByRole('button', { name: `Accept ${name}` }).click();
      await inTeams().getByText('Good news: Joan Ek accepted your request').waitFor();
    }
    expect(await refusal()).toMatch(/^Joan is not in the list: /);
  }, 180_000);

  it('says that Ana waits for Joan already', async () => {
    await opensForm(ana, 'find interviewing', 'Joan Ek');
    await sends();
    expect(await refusal()).toMatch(/^Ana has asked Joan before, and still waits for her answer\. /);
  }, 180_000);
});
