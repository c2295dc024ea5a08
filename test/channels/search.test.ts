import { z } from 'zod';
import { formView } from '../../src/channels/slack/form';
import { renderForm } from '../../src/channels/teams/form';
import { loadTemplates, templateFolder } from '../../src/channels/teams/templates';
import type { Form, Inbound, Reply } from '../../src/chat';
import { answers, slackBench } from './slack/driver';
import { payload as slackPayload } from './slack/payload';
import { stateOfView } from './slack/submit';
import { startConnector } from './teams/connector';
import { payload as teamsPayload } from './teams/payload';
import { startRig } from './teams/rig';

/** A form that asks for somebody and for something, both looked up while she types. */
const form: Form = {
  name: 'suggest',
  title: 'Suggest a mentor',
  fields: [
    { id: 'who', label: 'Who', field: 'person', search: { intent: 'people', args: { unit: 'u-1' } } },
    { id: 'topic', label: 'In what', field: 'topic', search: { intent: 'topics', args: {} }, optional: true },
  ],
  submit: 'Suggest',
  token: { intent: 'suggest', args: {} },
};
const choices: Reply = {
  kind: 'choices',
  options: [{ value: 'p-1', label: 'Joan Ek', detail: 'Nome' }],
};
const fields = [
  ['who', 'joa', { intent: 'people', args: { unit: 'u-1' } }],
  ['topic', 'cas', { intent: 'topics', args: {} }],
] as const;

describe('a search field in Slack', () => {
  it.each(fields)(
    '%s asks what the form says, offers what is found, and hands back the pick',
    async (id, typed, token) => {
      const bench = await slackBench();
      const heard: Inbound[] = [];
      bench.receiveWith((inbound) => {
        heard.push(inbound);
        return answers(choices)(inbound);
      });
      const view = formView(form);
      const around = { id: 'V1', private_metadata: view.private_metadata, type: 'modal' };
      const { body } = await bench.send(
        slackPayload('suggestion', { block_id: id, action_id: `${id}:${id}`, value: typed, view: around }),
      );
      expect(heard).toMatchObject([{ kind: 'search', token, text: typed }]);
      const { options } = z.object({ options: z.array(z.looseObject({ value: z.string() })) }).parse(body);
      expect(options).toMatchObject([{ value: 'p-1', text: { text: 'Joan Ek' }, description: { text: 'Nome' } }]);

      const state = stateOfView(view);
      const [action = ''] = Object.keys(state[id] ?? {});
      const values = { ...state, [id]: { [action]: { type: 'external_select', selected_option: options[0] } } };
      await bench.send(
        slackPayload('submission', { view: { ...around, callback_id: form.name, hash: 'h', state: { values } } }),
      );
      expect(heard.at(-1)).toMatchObject({ kind: 'form', token: form.token, values: { [id]: 'p-1' } });
      expect(bench.slack.faults).toEqual([]);
      await bench.close();
    },
  );

  it('says what to type, and nothing is looked up for fewer than two letters', () => {
    expect(formView(form).blocks).toMatchObject([
      { element: { type: 'external_select', min_query_length: 2, placeholder: { text: 'Type a name' } } },
      { element: { type: 'external_select', min_query_length: 2, placeholder: { text: 'Type a topic' } } },
    ]);
  });
});

describe('a search field in Teams', () => {
  const brush = {
    templates: loadTemplates(templateFolder()),
    chatHost: 'teams.microsoft.com',
    answersBelow: () => false,
  };
  const inputs = z.object({
    body: z.array(z.looseObject({ id: z.string().optional(), type: z.string() })),
  });

  it.each(fields)(
    '%s asks what the form says, offers what is found, and hands back the pick',
    async (id, typed, token) => {
      const connector = await startConnector();
      const rig = await startRig();
      rig.answerWith(() => [choices]);
      const input = inputs.parse(renderForm(form, {}, brush)).body.find((each) => each.id === id);
      const query = z.object({ type: z.literal('Data.Query'), dataset: z.string() }).parse(input?.['choices.data']);
      const value = { queryText: typed, queryOptions: { skip: 0, top: 15 }, dataset: query.dataset, kind: 'search' };
      const found = await rig.post(teamsPayload('invoke-search', { serviceUrl: connector.url, value }));
      expect(rig.inbounds).toMatchObject([{ kind: 'search', token, text: typed }]);
      const { results } = z
        .object({ value: z.object({ results: z.array(z.object({ title: z.string(), value: z.string() })) }) })
        .parse(found.body).value;
      expect(results).toMatchObject([{ title: 'Joan Ek (Nome)' }]);

      const data = z
        .object({ body: z.array(z.unknown()) })
        .parse(renderForm(form, {}, brush))
        .body.map((part) => z.object({ actions: z.array(z.object({ data: z.looseObject({}) })) }).safeParse(part).data)
        .find((part) => part !== undefined)?.actions[0]?.data;
      await rig.post(
        teamsPayload('submit-form', {
          serviceUrl: connector.url,
          id: 's1',
          value: { ...data, [id]: results[0]?.value },
        }),
      );
      expect(rig.inbounds.at(-1)).toMatchObject({ kind: 'form', token: form.token, values: { [id]: 'p-1' } });
      await rig.close();
      await connector.close();
    },
  );

  it('shows the name again when the form comes back with an error', () => {
    const filled = {
      values: { topic: 'case_notes' },
      labels: { topic: 'Case notes' },
      errors: { who: 'Please choose.' },
    };
    const input = inputs.parse(renderForm(form, filled, brush)).body.find(({ id }) => id === 'topic');
    expect(input).toMatchObject({ value: 'case_notes~Case notes', placeholder: 'Type a topic' });
  });
});
