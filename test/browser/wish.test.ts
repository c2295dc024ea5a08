import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { inBrowser, openedProduct } from './product';

const pictures = process.env.PICTURES;

inBrowser('the whole wish in a browser', () => {
  const { newPage, address } = openedProduct();
  let page: Page;

  beforeEach(async () => {
    page = await newPage({ viewport: { width: 1360, height: 1000 } });
    await page.goto(address());
  });
  afterEach(() => page.close());

  const client = (name: 'Slack' | 'Teams'): Locator => page.getByRole('region', { name: `Messages in ${name}` });
  const beIn = (name: 'Slack' | 'Teams', person: string): Promise<string[]> =>
    page.getByLabel(`Who you are in ${name}`).selectOption({ label: person });
  const write = async (name: 'Slack' | 'Teams', text: string): Promise<void> => {
    await page.getByLabel(`Write in ${name}`).fill(text);
    await page.getByRole('region', { name, exact: true }).getByRole('button', { name: 'Send' }).click();
  };
  const picture = async (name: string): Promise<void> => {
    if (!pictures) return;
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `${name}.png`) });
  };

  it('from Teams to Slack: Ana asks Joan, Joan accepts, both see how to reach each other', async () => {
    await beIn('Teams', 'Ana Reyes (mentee, Bethel)');
    await beIn('Slack', 'Joan Ek (mentor, Nome)');
    await write('Teams', 'I keep messing up my case notes, who can help?');
    await client('Teams').getByTitle('Ask Joan Ek').click();
    await client('Teams').getByLabel('What would you like to discuss?').fill('Notes come back for missing facts');
    await picture('1-form-in-teams');
    await client('Teams').getByRole('button', { name: 'Send request' }).click();
    await client('Teams').getByText('Waiting for Joan').waitFor();

    const asked = client('Slack').getByText('Ana Reyes would like you as a mentor');
    await asked.last().waitFor();
    await picture('2-card-in-slack');
    await client('Slack').getByRole('button', { name: 'Accept Ana Reyes' }).last().click();
    await client('Slack').getByText('You accepted on').last().waitFor();
    await client('Teams').getByText('Good news: Joan Ek accepted your request').waitFor();
    await client('Teams').getByText('joan.ek@dpa.example.gov').first().waitFor();
    await client('Slack').getByText('ana.reyes@dpa.example.gov').first().waitFor();
    await picture('3-accepted');
  }, 60_000);

  it('from Slack to Teams: Ben asks Maya with a command and a modal, Maya declines, Ben is offered the next best', async () => {
    await beIn('Slack', 'Ben Carter (mentee, Nome)');
    await beIn('Teams', 'Maya Okpik (mentor, Bethel)');
    await write('Slack', '/mentor find organizational skills');
    await client('Slack').getByRole('button', { name: 'Ask Maya Okpik' }).click();
    const modal = page.getByRole('dialog');
    await modal.getByLabel('What would you like to discuss?').fill('My desk and my day');
    await picture('4-modal-in-slack');
    await modal.getByRole('button', { name: 'Send request' }).click();
    await client('Slack').getByText('Waiting for Maya').waitFor();

    await client('Teams').getByText('Ben Carter would like you as a mentor').waitFor();
    await client('Teams').getByRole('button', { name: 'Decline' }).click();
    await client('Teams').getByText('I have no time right now').click();
    await picture('5-decline-in-teams');
    await client('Teams').getByRole('button', { name: 'Decline' }).click();
    await client('Teams').getByText('You declined on').waitFor();
    await client('Slack').getByText('Maya has no room for it right now').first().waitFor();
    await client('Slack').getByText('The next best for you').waitFor();
    await picture('6-declined');
  }, 60_000);

  it('nobody answers: moving the clock shows the reminder and the end, in working hours', async () => {
    await beIn('Slack', 'Dora Alexie (mentee, Bethel)');
    await beIn('Teams', 'Peter Nageak (mentor, Nome)');
    await write('Slack', 'interveiwing');
    await client('Slack')
      .getByRole('button', { name: 'Ask Peter Nageak' })
      .or(client('Slack').getByRole('button', { name: 'More mentors' }))
      .first()
      .waitFor();
    if (!(await client('Slack').getByRole('button', { name: 'Ask Peter Nageak' }).isVisible())) {
      await client('Slack').getByRole('button', { name: 'More mentors' }).last().click();
    }
    await client('Slack').getByRole('button', { name: 'Ask Peter Nageak' }).click();
    await page.getByRole('dialog').getByLabel('What would you like to discuss?').fill('Hard questions');
    await page.getByRole('dialog').getByRole('button', { name: 'Send request' }).click();
    await client('Teams').getByText('Dora Alexie would like you as a mentor').waitFor();
    for (let days = 0; days < 6; days += 3) await page.getByRole('button', { name: '+3 days' }).click();
    await client('Teams').getByText('A friendly reminder').waitFor();
    for (let days = 0; days < 9; days += 3) await page.getByRole('button', { name: '+3 days' }).click();
    await client('Slack').getByText('did not answer in time').waitFor();
    await client('Teams').getByText('This request expired on').first().waitFor();
    await picture('7-expired');
  }, 90_000);
});
