import { z } from 'zod';
import { buttons, card, type FieldErrors, type Form, prose, replaceWith, say } from '../../../src/chat';
import { type Connector, startConnector } from './connector';
import { payload } from './payload';
import { type Rig, startRig } from './rig';

const form: Form = {
  name: 'ask',
  title: 'Ask Joan Ek',
  fields: [{ id: 'need', label: 'What would you like to discuss?', field: 'paragraph', most: 500 }],
  submit: 'Send request',
  back: { label: 'Back', token: { intent: 'find', args: {} } },
  token: { intent: 'ask', args: { mentor: 'm-1' } },
};
const hello = (text: string) => card('hello', text, prose(text));
const opener = card(
  'list',
  'Mentors',
  prose('Joan Ek'),
  buttons({ label: 'Ask', token: { intent: 'ask', args: { mentor: 'm-1' } }, dialog: true }),
);

let connector: Connector;
let rig: Rig;
beforeAll(async () => {
  connector = await startConnector();
  rig = await startRig({ waits: { invoke: 40, recorded: 40, send: 4000 } });
});
afterAll(async () => {
  await rig.close();
  await connector.close();
});
beforeEach(() => {
  connector.clear();
  rig.inbounds.length = 0;
});

const submitAction = z.looseObject({ type: z.literal('Action.Submit'), data: z.looseObject({}) });
const dialogSchema = z.object({
  task: z.object({
    type: z.literal('continue'),
    value: z.looseObject({
      title: z.string(),
      card: z.object({ content: z.looseObject({ body: z.array(z.looseObject({})) }) }),
    }),
  }),
});
const message = z.looseObject({
  attachments: z.array(z.looseObject({ content: z.looseObject({ body: z.array(z.unknown()) }) })),
});

let count = 0;
const invoke = (name: string, data: unknown, changes: Readonly<Record<string, unknown>> = {}) => {
  count += 1;
  const value = { data, context: { theme: 'default' } };
  return rig.post(payload('invoke-action', { serviceUrl: connector.url, id: `d-${count}`, name, value, ...changes }));
};
const done = async (holds: () => boolean): Promise<void> => {
  const end = performance.now() + 3000;
  while (!holds() && performance.now() < end) await new Promise<void>((resolve) => setImmediate(resolve));
};
/** The data of the action that is in what was sent. */
const actionIn = (content: unknown): z.infer<typeof submitAction> => {
  const found: z.infer<typeof submitAction>[] = [];
  const walk = (node: unknown): void => {
    const action = submitAction.safeParse(node).data;
    if (action) found.push(action);
    else if (typeof node === 'object' && node !== null) Object.values(node).forEach(walk);
  };
  walk(content);
  const [first] = found;
  if (first === undefined) throw new Error('There is no Action.Submit.');
  return first;
};

/** A card whose button asks for a dialog, pressed: the dialog. */
async function opened() {
  rig.answerWith(() => [say(opener)]);
  await rig.post(payload('message-personal', { serviceUrl: connector.url, id: `m-${count++}` }));
  const sent = message.parse(connector.calls.at(-1)?.body);
  const { data } = actionIn(sent.attachments[0]?.content);
  expect(data).toMatchObject({ msteams: { type: 'task/fetch' } });
  connector.clear();
  rig.inbounds.length = 0;
  rig.answerWith(() => [{ kind: 'form', form }]);
  const answer = await invoke('task/fetch', data, { replyToId: 'card-1' });
  return { data, status: answer.status, dialog: dialogSchema.parse(answer.body).task.value };
}

describe('a dialog', () => {
  it('is asked for by a button, and shows the form over the card, which stays', async () => {
    const { status, dialog } = await opened();
    expect(status).toBe(200);
    expect(rig.inbounds).toMatchObject([{ kind: 'action', token: form.token, on: { message: 'card-1' } }]);
    expect(rig.inbounds[0]).not.toHaveProperty('formTakesPlace');
    expect(dialog.title).toBe('Ask Joan Ek');
    expect(JSON.stringify(dialog)).not.toMatch(/Action\.Execute|"Back"/);
    expect(connector.calls).toEqual([]);
  });

  it('has no other buttons than its own, as they could not be pressed there', async () => {
    const other = { label: 'Start empty', token: { intent: 'draft-anew', args: { form: 'ask', subject: '' } } };
    const { data } = await opened();
    rig.answerWith(() => [{ kind: 'form', form: { ...form, intro: [prose('Typed before'), buttons(other)] } }]);
    const { body } = await invoke('task/fetch', data, { replyToId: 'card-1' });
    expect(JSON.stringify(body)).toContain('Typed before');
    expect(JSON.stringify(body)).not.toContain('Start empty');
  });

  it('keeps what was typed beside what is wrong with it', async () => {
    const { dialog } = await opened();
    const { data } = actionIn(dialog.card.content);
    rig.answerWith((inbound) => [
      {
        kind: 'form',
        form,
        values: inbound.kind === 'form' ? inbound.values : {},
        errors: { need: 'Please say a little more.' },
      },
    ]);
    const again = dialogSchema.parse((await invoke('task/submit', { ...data, need: 'Help' })).body).task.value;
    expect(rig.inbounds.at(-1)).toMatchObject({ kind: 'form', token: form.token, values: { need: 'Help' } });
    expect(JSON.stringify(again)).toMatch(/"value":"Help"/);
    expect(JSON.stringify(again)).toContain('Please say a little more.');
    expect(actionIn(again.card.content).data).toMatchObject({ on: 'card-1' });
  });

  it('closes when it is sent, and redraws the card that it came from', async () => {
    const { dialog } = await opened();
    rig.answerWith(() => [replaceWith(hello('Waiting for Joan')), say(hello('I tell you when she answers.'))]);
    const { status, text } = await invoke('task/submit', { ...actionIn(dialog.card.content).data, need: 'Help' });
    expect([status, text]).toEqual([200, '']);
    await done(() => connector.calls.length >= 2);
    expect(connector.calls.map(({ method, path }) => `${method} ${path.split('/').at(-1)}`)).toEqual([
      'PUT card-1',
      'POST activities',
    ]);
  });

  it('leaves the card as it is where no answer takes its place', async () => {
    const { dialog } = await opened();
    rig.answerWith(() => [say(hello('Sent.'))]);
    await invoke('task/submit', { ...actionIn(dialog.card.content).data, need: 'Help' });
    await done(() => connector.calls.length >= 1);
    expect(connector.calls.map(({ method }) => method)).toEqual(['POST']);
  });

  it('says a word where nothing else is said', async () => {
    const { data, dialog } = await opened();
    rig.answerWith(() => []);
    const { body } = await invoke('task/submit', { ...actionIn(dialog.card.content).data, need: 'Help' });
    expect(body).toEqual({ task: { type: 'message', value: 'Done.' } });
    rig.answerWith(() => [say(hello('Joan has no free place any more.'))]);
    expect((await invoke('task/fetch', data, { replyToId: 'card-1' })).body).toEqual({
      task: { type: 'message', value: 'Joan has no free place any more.' },
    });
  });

  it('in a shared place tells where the answer is, to her alone', async () => {
    const { dialog } = await opened();
    rig.answerWith(() => [say(hello('For Ana alone'))]);
    const { body } = await invoke(
      'task/submit',
      { ...actionIn(dialog.card.content).data, need: 'Help' },
      { conversation: { id: '19:group', conversationType: 'groupChat' } },
    );
    expect(body).toMatchObject({ task: { type: 'message' } });
    await done(() => connector.calls.length >= 2);
    expect(JSON.stringify(connector.calls[1])).toContain('For Ana alone');
  });

  it('stays open where it could not be worked off, and the apology stands in the chat', async () => {
    const { dialog } = await opened();
    rig.answerWith(() => [{ kind: 'stay', card: hello('Sorry') }]);
    const { status } = await invoke('task/submit', { ...actionIn(dialog.card.content).data, need: 'Help' });
    expect(status).toBe(500);
    await done(() => connector.calls.length >= 1);
    expect(JSON.stringify(connector.calls)).toContain('Sorry');
  });

  it('in a client without dialogs is a press like any other: the form takes the place of the card', async () => {
    const { data } = await opened();
    connector.clear();
    const older = payload('submit-action', {
      serviceUrl: connector.url,
      id: `s-${count++}`,
      value: data,
      replyToId: 'card-1',
    });
    await rig.post(older);
    expect(rig.inbounds.at(-1)).toMatchObject({ kind: 'action', token: form.token, formTakesPlace: true });
    expect(connector.calls).toMatchObject([{ method: 'PUT' }]);
  });

  it('answers in time even when its work is not done, and the rest follows', async () => {
    const { dialog } = await opened();
    let settle: () => void = () => undefined;
    rig.answerWith(
      () =>
        new Promise((resolve) => {
          settle = () => resolve([say(hello('Sent at last.'))]);
        }),
    );
    const { body } = await invoke('task/submit', { ...actionIn(dialog.card.content).data, need: 'Help' });
    expect(body).toMatchObject({ task: { type: 'message', value: expect.stringContaining('Working on it') } });
    settle();
    await done(() => connector.calls.length >= 1);
    expect(JSON.stringify(connector.calls)).toContain('Sent at last.');
  });

  it('takes no form as a button, no button as a form, and no data that is not ours', async () => {
    const { data, dialog } = await opened();
    rig.inbounds.length = 0;
    const sent = actionIn(dialog.card.content).data;
    for (const [name, given] of [
      ['task/fetch', sent],
      ['task/submit', data],
      ['task/submit', { form: 'junk' }],
      ['task/fetch', undefined],
    ] as const)
      expect((await invoke(name, given)).status).toBe(400);
    expect(rig.inbounds).toEqual([]);
  });
});

describe('a long form in the chat', () => {
  const topics = Array.from({ length: 16 }, (_, index) => ({ value: `t-${index}`, label: `Topic ${index}` }));
  const long: Form = { ...form, fields: [{ id: 'topics', label: 'Topics', field: 'choices', options: topics }] };
  const fits: Form = {
    ...form,
    fields: [{ id: 'topics', label: 'Topics', field: 'choices', options: topics.slice(1) }],
  };
  const titles = (drawn: unknown): readonly string[] =>
    [...JSON.stringify(drawn).matchAll(/"Action\.Submit","title":"([^"]+)"/g)].map(([, title]) => title ?? '');
  const inChat = async (shown: Form, errors?: FieldErrors): Promise<unknown> => {
    connector.clear();
    rig.answerWith(() => [{ kind: 'form', form: shown, ...(errors === undefined ? {} : { values: {}, errors }) }]);
    await rig.post(payload('message-personal', { serviceUrl: connector.url, id: `m-${count++}` }));
    return message.parse(connector.calls.at(-1)?.body).attachments[0]?.content;
  };

  it('is offered in a window of its own, a short one is not, and the window offers no further one', async () => {
    expect(titles(await inChat(fits))).not.toContain('Open in a larger window');
    expect(titles(await inChat(long, { topics: 'One at least.' }))).not.toContain('Open in a larger window');
    const card = await inChat(long);
    expect(titles(card)[0]).toBe('Open in a larger window');
    const asked = actionIn(card);
    expect(asked).toMatchObject({ associatedInputs: 'none', data: { msteams: { type: 'task/fetch' } } });
    const { body } = await invoke('task/fetch', asked.data, { replyToId: 'card-1' });
    expect(titles(body)).toEqual(['Send request']);
  });

  it('is over too when it is sent from its window, whatever answers it', async () => {
    const { data } = actionIn(await inChat(long));
    const dialog = dialogSchema.parse((await invoke('task/fetch', data, { replyToId: 'card-1' })).body).task.value;
    expect(rig.inbounds.at(-1)).not.toHaveProperty('formTakesPlace');
    connector.clear();
    rig.answerWith(() => [say(hello('Sent.'))]);
    const { text } = await invoke('task/submit', { ...actionIn(dialog.card.content).data, topics: 't-1' });
    expect(text).toBe('');
    expect(rig.inbounds.at(-1)).toMatchObject({ values: { topics: ['t-1'] }, on: { message: 'card-1' } });
    await done(() => connector.calls.length >= 1);
    expect(connector.calls).toMatchObject([{ method: 'PUT', path: expect.stringContaining('card-1') }]);
  });
});
