import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
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
  /** Picks one of a few choices of the field with this id, in whichever way the client draws them. */
  const chooseIn = async (where: Locator, field: string, choice: string | RegExp): Promise<void> => {
    const own = where.locator(`[data-field="${field}"]`).last();
    await own.waitFor();
    const list = own.locator('select');
    if ((await list.count()) === 0) return own.getByLabel(choice).first().check();
    const texts = await list.locator('option').allTextContents();
    await list.selectOption({ label: texts.find((each) => new RegExp(choice).test(each)) ?? '' });
  };
  const choose = (field: string, choice: string | RegExp): Promise<void> =>
    chooseIn(page.getByRole('dialog'), field, choice);
  const sends = async (name: string): Promise<void> => {
    await page.getByRole('dialog').getByRole('button', { name, exact: true }).last().click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
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

      await presses(mentee, `Plan a meeting with ${mentor.name}`);
      const day = DateTime.now().plus({ days: 6 }).toISODate();
      for (const [index, time] of ['10:00', '14:30'].entries()) {
        await page.getByRole('dialog').locator('input[type=date]').nth(index).fill(day);
        await page.getByRole('dialog').locator('input[type=time]').nth(index).fill(time);
      }
      await choose('way', 'By video');
      await picture(`${mentee.client}-1-plan`);
      await sends('Send');
      await messages(mentor.client)
        .getByRole('button', { name: /^Pick .*2:30/ })
        .last()
        .click();
      await reads(mentor, 'You two meet on');
      await reads(mentee, `${first(mentor.name)} picked a time.`);
      await picture(`${mentee.client}-2-planned`);

      await write(mentee, `log 45m with ${first(mentor.name)} yesterday by phone`);
      await reads(mentee, `Logged. ${first(mentor.name)} is asked to confirm it.`);
      await reads(mentor, `${first(mentee.name)} logged it like this. Is that right?`);
      await presses(mentor, `Confirm the session with ${mentee.name}`);
      await reads(mentor, 'Logged: you both agree on it.');
      await reads(mentee, 'Logged: you both agree on it.');

      for (const [writer, other] of [
        [mentee, mentor],
        [mentor, mentee],
      ] as const) {
        await presses(writer, `Evaluate: the session with ${other.name}`);
        await choose('points', /^5/);
        await choose('able', 'Yes');
        await choose('go_on', 'We are done');
        await picture(`${writer.client}-3-evaluation-of-${first(writer.name)}`);
        await sends('Send');
        await reads(writer, /Thank you/);
      }

      await write(mentor, 'mine');
      await messages(mentor.client)
        .getByRole('button', { name: new RegExp(`^Show ${mentee.name}, Your mentee`) })
        .last()
        .click();
      await reads(mentor, `Your mentee: ${mentee.name}`);
      await picture(`${mentee.client}-4-pairing`);
      await presses(mentor, `End the exchange with ${mentee.name}`);
      await chooseIn(form(mentor.client), 'why', 'We reached what we wanted');
      await form(mentor.client).getByRole('button', { name: 'End', exact: true }).last().click();
      await reads(mentor, 'You ended this exchange');
      await reads(mentee, 'have reached what you wanted');
      await reads(mentee, 'Would you mentor others?');
      await picture(`${mentee.client}-5-ended`);
    }, 120_000);
});
