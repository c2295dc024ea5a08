import { bold, type Card, type Form, link } from '../../src/chat';

const ask = { intent: 'ask', args: { mentor: 'm-1', topic: 'interviewing' } };
const hostile = 'Eve <!channel> <@U1|x> **b** _i_ [a](https://x.example) <at>Bob</at> ${1+1} &amp; \u202eevil';

/** One card for each block, by the block's name. */
export const blockSamples: Record<string, Card> = {
  heading: { name: 'heading', summary: 'A heading', blocks: [{ block: 'heading', text: 'Mentors for interviewing' }] },
  prose: {
    name: 'prose',
    summary: 'Prose',
    blocks: [
      {
        block: 'prose',
        text: ['Ask ', bold('Joan Ek'), ' or read the ', link('rules', 'https://example.org/rules'), '.'],
      },
    ],
  },
  facts: {
    name: 'facts',
    summary: 'Facts',
    blocks: [
      {
        block: 'facts',
        rows: [
          { label: 'Topic', value: 'Interviewing Techniques' },
          { label: 'Place', value: [bold('Nome')] },
        ],
      },
    ],
  },
  person: {
    name: 'person',
    summary: 'A person',
    blocks: [
      {
        block: 'person',
        name: 'Joan Ek',
        detail: 'Eligibility Technician III, Nome',
        lines: ['Interviewing, Case notes', '2 free places'],
        button: { label: 'Ask', spoken: 'Ask Joan Ek', token: ask, emphasis: 'main' },
      },
    ],
  },
  progress: {
    name: 'progress',
    summary: 'Progress',
    blocks: [{ block: 'progress', label: 'Meetings', done: 3, of: 8 }],
  },
  steps: {
    name: 'steps',
    summary: 'Steps',
    blocks: [
      {
        block: 'steps',
        items: [
          { text: 'Asked', state: 'done' },
          { text: 'Joan answers', state: 'now' },
          { text: 'You meet', state: 'later' },
        ],
      },
    ],
  },
  list: {
    name: 'list',
    summary: 'A list',
    blocks: [
      {
        block: 'list',
        items: ['First', [bold('Second')]],
        more: { label: 'Show 7 more', token: { intent: 'find', args: { page: 2 } } },
      },
    ],
  },
  chart: {
    name: 'chart',
    summary: 'A chart',
    blocks: [
      {
        block: 'chart',
        title: 'Pairs by office',
        unit: 'pairs',
        points: [
          { label: 'Nome', value: 4 },
          { label: 'Bethel', value: 2 },
        ],
      },
    ],
  },
  notice: {
    name: 'notice',
    summary: 'Notices',
    blocks: [
      { block: 'notice', tone: 'info', text: 'For your information.' },
      { block: 'notice', tone: 'good', text: 'Joan accepted.' },
      { block: 'notice', tone: 'warning', text: 'Nobody offers this yet.' },
    ],
  },
  buttons: {
    name: 'buttons',
    summary: 'Buttons',
    blocks: [
      {
        block: 'buttons',
        buttons: [
          { label: 'Accept', token: { intent: 'accept', args: { request: 'r-1', version: 1 } }, emphasis: 'main' },
          {
            label: 'Withdraw',
            token: { intent: 'withdraw', args: { request: 'r-1', version: 1 } },
            emphasis: 'danger',
            confirm: { title: 'Withdraw?', text: 'Joan will be told.', yes: 'Withdraw', no: 'Keep' },
          },
          { label: 'Write to Joan', chatWith: { channel: 'slack', tenant: 'T1', user: 'U1' } },
          {
            label: 'Write to Ana',
            chatWith: { channel: 'teams', tenant: 't-1', user: 'o-1', email: 'ana@example.org' },
          },
          { label: 'Read more', href: 'https://example.org/more' },
        ],
      },
    ],
  },
  hostile: {
    name: 'hostile',
    summary: hostile,
    blocks: [
      { block: 'heading', text: hostile },
      { block: 'prose', text: [hostile, bold(hostile)] },
      { block: 'facts', rows: [{ label: hostile, value: hostile }] },
      { block: 'person', name: hostile, detail: hostile, lines: [hostile] },
      { block: 'list', items: [hostile] },
      { block: 'notice', tone: 'info', text: hostile },
    ],
  },
};

/** One form that has every field. */
export const everyField: Form = {
  name: 'every-field',
  title: 'Every field',
  intro: [{ block: 'prose', text: 'Joan sees what you write here.' }],
  fields: [
    { id: 'title', label: 'Title', field: 'line', most: 80 },
    {
      id: 'need',
      label: 'What would you like to discuss?',
      hint: 'A few words are enough.',
      field: 'paragraph',
      most: 1000,
    },
    {
      id: 'topic',
      label: 'Topic',
      field: 'choice',
      options: [
        { value: 'word', label: 'Word' },
        { value: 'excel', label: 'Excel', detail: 'Spreadsheets' },
      ],
    },
    {
      id: 'ways',
      label: 'How could you meet?',
      field: 'choices',
      options: [
        { value: 'phone', label: 'By phone' },
        { value: 'video', label: 'By video' },
      ],
    },
    { id: 'rating', label: 'How useful was it?', field: 'scale', points: 5, low: 'Not at all', high: 'Very' },
    { id: 'day', label: 'Day', field: 'date', optional: true },
    { id: 'hour', label: 'Time', field: 'time', optional: true },
    { id: 'minutes', label: 'How long?', field: 'number', min: 5, max: 720, unit: 'minutes' },
    { id: 'who', label: 'Who?', field: 'person', search: { intent: 'people', args: {} }, optional: true },
    { id: 'agree', label: 'Agreement', field: 'consent', text: 'I agree that Joan sees my work address.' },
  ],
  submit: 'Send',
  back: { label: 'Back', token: { intent: 'find', args: { topic: 'interviewing', page: 1 } } },
  token: { intent: 'ask', args: { mentor: 'm-1' } },
};
