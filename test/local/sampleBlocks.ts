const text = (words: string) => ({ type: 'mrkdwn', text: words });
const plain = (words: string) => ({ type: 'plain_text', text: words });

const mentor = (name: string, id: string, place: string, free: string) => ({
  type: 'section',
  block_id: `mentor-${id}`,
  text: text(`*${name}*\n${place}\n${free}`),
  accessory: {
    type: 'button',
    action_id: `ask-${id}`,
    text: plain('Ask'),
    value: `["ask",{"mentor":"${id}"}]`,
    style: 'primary',
    accessibility_label: `Ask ${name}`,
  },
});

/** A list of mentors, as the bot may send it. */
export const mentors = [
  { type: 'header', block_id: 'title', text: plain('Mentors for interviewing') },
  {
    type: 'section',
    block_id: 'intro',
    text: text('Here are *two people* who offer this. See <https://example.org/rules|the rules>.'),
  },
  mentor('Joan Ek', 'joan', 'Eligibility Technician III, Nome', 'Interviewing, Case notes. 2 free places.'),
  { type: 'divider', block_id: 'line' },
  mentor('Sam Oyuk', 'sam', 'Supervisor, Bethel', 'Interviewing. 1 free place.'),
  { type: 'context', block_id: 'why', elements: [text('Sorted by free places and time zone.')] },
  {
    type: 'actions',
    block_id: 'more',
    elements: [
      { type: 'button', action_id: 'next', text: plain('More mentors'), value: 'page 2' },
      {
        type: 'button',
        action_id: 'withdraw',
        text: plain('Withdraw'),
        value: 'w',
        style: 'danger',
        confirm: {
          title: plain('Withdraw?'),
          text: plain('Joan will be told.'),
          confirm: plain('Withdraw'),
          deny: plain('Keep'),
        },
      },
    ],
  },
];

const choice = (value: string, label: string) => ({ text: plain(label), value });
const input = (id: string, label: string, element: object, more: object = {}) => ({
  type: 'input',
  block_id: id,
  label: plain(label),
  element: { action_id: 'in', ...element },
  ...more,
});

/** A form with one field of each kind. */
export const askForm = {
  type: 'modal',
  callback_id: 'ask',
  private_metadata: '{"mentor":"joan"}',
  title: plain('Ask Joan Ek'),
  submit: plain('Send'),
  close: plain('Cancel'),
  notify_on_close: true,
  blocks: [
    { type: 'section', block_id: 'note', text: text('Joan sees what you write here.') },
    input(
      'need',
      'What would you like to discuss?',
      { type: 'plain_text_input', multiline: true, max_length: 1000 },
      { hint: plain('A few words are enough.') },
    ),
    input('topic', 'Topic', {
      type: 'static_select',
      options: [choice('interviewing', 'Interviewing'), choice('notes', 'Case notes')],
    }),
    input('ways', 'How could you meet?', {
      type: 'checkboxes',
      options: [choice('phone', 'By phone'), choice('video', 'By video')],
    }),
    input(
      'rating',
      'How sure are you?',
      { type: 'radio_buttons', options: [choice('1', 'Not very'), choice('2', 'Very')] },
      { optional: true },
    ),
    input('day', 'Day', { type: 'datepicker' }, { optional: true }),
    input('hour', 'Time', { type: 'timepicker' }, { optional: true }),
    input(
      'minutes',
      'How long?',
      { type: 'number_input', is_decimal_allowed: false, min_value: '5', max_value: '720' },
      { optional: true },
    ),
    input('who', 'Who else?', { type: 'external_select', min_query_length: 1 }, { optional: true }),
  ],
};

export const home = {
  type: 'home',
  blocks: [
    { type: 'header', block_id: 'h', text: plain('Welcome') },
    { type: 'section', block_id: 's', text: text('Find a mentor, or offer your time.') },
    {
      type: 'actions',
      block_id: 'a',
      elements: [{ type: 'button', action_id: 'find', text: plain('Find a mentor'), value: 'find', style: 'primary' }],
    },
  ],
};

const execute = (title: string, verb: string, data: object, more: object = {}) => ({
  type: 'Action.Execute',
  title,
  verb,
  data,
  fallback: { type: 'Action.Submit', title, data },
  ...more,
});

/** A request card with two inputs, as the bot may send it in Teams. */
export const requestCard = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    {
      type: 'TextBlock',
      text: 'Ana Ruiz asks for your help',
      size: 'Large',
      weight: 'Bolder',
      wrap: true,
      style: 'heading',
    },
    {
      type: 'TextBlock',
      text: 'She would like to talk about **interviewing**. See [the rules](https://example.org/rules).',
      wrap: true,
    },
    {
      type: 'FactSet',
      facts: [
        { title: 'Topic', value: 'Interviewing' },
        { title: 'When', value: 'Mondays before noon' },
      ],
    },
    { type: 'Input.Text', id: 'reason', label: 'A word to Ana', isMultiline: true, maxLength: 300 },
    {
      type: 'Input.ChoiceSet',
      id: 'way',
      label: 'How could you meet?',
      style: 'expanded',
      isRequired: true,
      errorMessage: 'Choose a way to meet.',
      choices: [
        { title: 'By phone', value: 'phone' },
        { title: 'By video', value: 'video' },
      ],
    },
    {
      type: 'Input.ChoiceSet',
      id: 'who',
      label: 'Who else?',
      style: 'filtered',
      choices: [],
      'choices.data': { type: 'Data.Query', dataset: 'people' },
    },
    {
      type: 'ColumnSet',
      columns: [
        {
          type: 'Column',
          width: 'stretch',
          items: [
            { type: 'TextBlock', text: 'Joan Ek', weight: 'Bolder' },
            { type: 'TextBlock', text: 'Nome', isSubtle: true, spacing: 'None' },
          ],
        },
        {
          type: 'Column',
          width: 'auto',
          items: [
            { type: 'ActionSet', actions: [execute('Ask', 'act', { t: 'ask joan' }, { associatedInputs: 'none' })] },
          ],
        },
      ],
    },
  ],
  actions: [
    execute('Accept', 'act', { t: 'accept' }, { style: 'positive' }),
    execute('Decline', 'act', { t: 'decline' }, { associatedInputs: 'none' }),
    { type: 'Action.OpenUrl', title: 'Read more', url: 'https://example.org/more' },
  ],
};

export const answerCard = (says: string) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text: says, wrap: true }],
});
