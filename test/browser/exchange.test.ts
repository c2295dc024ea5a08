import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { inBrowser, openedProduct } from './product';

const pictures = process.env.PICTURES;
type Client = 'Slack' | 'Teams';

/** Somebody in one of the two clients, as the page shows her. */
type Persona = { readonly client: Client; readonly name: string; readonly label: string };

const ways: readonly {
  readonly title: string;
  readonly mentee: Persona;
  readonly mentor: Persona;
  readonly topic: string;
}[] = [
  {
    title: 'a mentee in Teams and a mentor in Slack',
    mentee: { client: 'Teams', name: 'Ana Reyes', label: 'Ana Reyes (mentee, Bethel)' },
    mentor: { client: 'Slack', name: 'Joan Ek', label: 'Joan Ek (mentor, Nome)' },
    topic: 'case notes',
  },
  {
    title: 'a mentee in Slack and a mentor in Teams',
    mentee: { client: 'Slack', name: 'Ben Carter', label: 'Ben Carter (mentee, Nome)' },
    mentor: { client: 'Teams', name: 'Maya Okpik', label: 'Maya Okpik (mentor, Bethel)' },
    topic: 'organizational skills',
  },
];

const first = (name: string): string => name.split(' ')[0] ?? name;

inBrowser('a whole exchange in a browser, from the wish to its end', () => {
  const { newPage, address } = openedProduct();
  let page: Page;
  beforeEach(async () => {
    page = await newPage({ viewport: { width: 1440, height: 1000 }, reducedMotion: 'reduce' });
    await page.goto(address());
  });
  afterEach(() => page.close());

  const messages = (client: Client): Locator => page.getByRole('region', { name: `Messages in ${client}` });
  /** Where a client shows a form: Slack in a window over it, Teams in the chat. */
  const form = (client: Client): Locator => (client === 'Slack' ? page.getByRole('dialog') : messages('Teams'));
  const write = async ({ client }: Persona, text: string): Promise<void> => {
    await page.getByLabel(`Write in ${client}`).fill(client === 'Slack' ? `/mentor ${text}` : text);
    await page.getByRole('region', { name: client, exact: true }).getByRole('button', { name: 'Send' }).click();
  };
  const reads = ({ client }: Persona, text: string | RegExp): Promise<void> =>
    messages(client).getByText(text).last().waitFor();
  const presses = ({ client }: Persona, name: string): Promise<void> =>
    messages(client).getByRole('button', { name, exact: true }).last().click();
  const picture = async (name: string): Promise<void> => {
    if (!pictures) return;
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `exchange-${name}.png`) });
  };

  for (const { title, mentee, mentor, topic } of ways)
    it(`between ${title}`, async () => {
      for (const { client, label } of [mentee, mentor])
        await page.getByLabel(`Who you are in ${client}`).selectOption({ label });

      await write(mentee, `find ${topic}`);
      await messages(mentee.client)
        .getByRole('button', { name: `Ask ${mentor.name}` })
        .last()
        .click();
      await form(mentee.client).getByLabel('What would you like to discuss?').last().fill('Where to begin');
      await form(mentee.client).getByRole('button', { name: 'Send request' }).last().click();
      await reads(mentor, `${mentee.name} would like you as a mentor`);
      await presses(mentor, `Accept ${mentee.name}`);
      await reads(mentee, `Good news: ${mentor.name} accepted your request`);

      await write(mentee, `log 45m with ${first(mentor.name)} yesterday by phone`);
      await reads(mentee, `Logged. ${first(mentor.name)} is asked to confirm it.`);
      await reads(mentor, `${first(mentee.name)} logged it like this. Is that right?`);
      await picture(`${mentee.client}-1-logged`);
      await presses(mentor, `Confirm the session with ${mentee.name}`);
      await reads(mentor, 'Logged: you both agree on it.');
      await reads(mentee, 'Logged: you both agree on it.');

      await write(mentor, 'mine');
      await messages(mentor.client)
        .getByRole('button', { name: new RegExp(`^Show ${mentee.name}`) })
        .last()
        .click();
      await reads(mentor, `Your mentee: ${mentee.name}`);
      await picture(`${mentee.client}-2-pairing`);
      await presses(mentor, `End the exchange with ${mentee.name}`);
      await form(mentor.client).getByLabel('Why do you end it?').last().waitFor();
      await picture(`${mentee.client}-3-end`);
    }, 90_000);
});
