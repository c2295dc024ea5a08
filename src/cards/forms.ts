import { type Block, type Field, type Form, prose } from '../chat';
import { type DeclineKind, declineKinds } from '../mentoring';
import type { MentorView } from './find';
import { declineWords } from './request-standing';
import type { RequestView } from './request-view';
import { token } from './tokens';
import type { TopicView } from './topic';
import { firstName, line, ways } from './words';

export const mostNeed = 1000;
export const mostSuits = 200;
export const mostReason = 500;

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

type Named = Pick<MentorView, 'id' | 'name' | 'grade' | 'office'>;

/** The value of a next choice that names nobody: where few stand in a list, clients have no way to take a choice back. */
export const nobody = 'nobody';

/** Who is asked next, if it does not work out: two choices, where there are so many. */
function nextFields(others: readonly Named[]): Field[] {
  const options = [
    { value: nobody, label: 'Nobody', detail: 'I look for somebody myself' },
    ...others.map(({ id, name, grade, office }) => ({ value: id, label: name, detail: line(grade, office) })),
  ];
  const fields = [
    {
      id: 'second',
      label: 'If that does not work out, who next?',
      hint: 'I ask them by myself, with the same words. Nobody is told that they are not your first choice.',
      field: 'choice',
      options,
      optional: true,
    },
    { id: 'third', label: 'And after that?', field: 'choice', options, optional: true },
  ] as const;
  return fields.slice(0, others.length);
}

/** Whom she can name as next choices, and what she reads before she asks. */
export type AlsoAsked = { readonly others?: readonly Named[]; readonly beforehand?: readonly Block[] };

/**
 * The mentee tells a mentor what she would like; `others` are those whom she can name as her next choices; `draft` is the id
 * that the request will have.
 */
export function askForm(
  mentor: Named,
  topics: readonly TopicView[],
  chosen: string,
  draft: string,
  { others = [], beforehand = [] }: AlsoAsked = {},
): Form {
  const name = firstName(mentor.name);
  return {
    name: 'ask',
    title: 'Ask for a mentor',
    intro: [
      prose(
        `You are asking ${mentor.name}${line(mentor.grade, mentor.office) ? ` (${line(mentor.grade, mentor.office)})` : ''}.`,
      ),
      prose(
        `${name} alone reads what you write here. If ${name} says yes, you each get a way to reach the other: this chat if you both use it, otherwise your work email addresses.`,
      ),
      ...beforehand,
    ],
    fields: [
      { id: 'topic', label: 'Topic', field: 'choice', options: topics.map(({ id, label }) => ({ value: id, label })) },
      {
        id: 'need',
        label: 'What would you like to discuss?',
        hint: 'A sentence or two helps your mentor get ready. Please leave out client names.',
        field: 'paragraph',
        most: mostNeed,
      },
      {
        id: 'ways',
        label: 'How could you meet?',
        field: 'choices',
        options: Object.entries(ways).map(([value, label]) => ({ value, label: capital(label) })),
        optional: true,
      },
      {
        id: 'suits',
        label: 'When does it suit you?',
        hint: 'For example: Tuesdays after 2, or early mornings.',
        field: 'line',
        most: mostSuits,
        optional: true,
      },
      ...nextFields(others),
    ],
    submit: 'Send request',
    back: { label: 'Back', token: token('find', { topic: chosen, page: 1 }) },
    token: token('ask', { mentor: mentor.id, topic: chosen, draft }),
  };
}

/** The mentor says no, with a reason that is told kindly, words of her own and a pause if she likes. */
export function declineForm(view: RequestView): Form {
  const name = firstName(view.mentee.name);
  return {
    name: 'decline',
    title: 'Decline',
    intro: [prose(`${name} is told kindly that it does not work out, and is led to other mentors.`)],
    fields: [
      {
        id: 'reason',
        label: 'Why?',
        field: 'choice',
        options: declineKinds.map((kind: DeclineKind) => ({ value: kind, label: declineWords[kind] })),
      },
      {
        id: 'words',
        label: `A few words to ${name}`,
        hint: `Only ${name} reads them.`,
        field: 'paragraph',
        most: mostReason,
        optional: true,
      },
      {
        id: 'until',
        label: 'Pause me until',
        hint: 'If you like: nobody new finds you before that day, and you come back by yourself on it.',
        field: 'date',
        optional: true,
      },
    ],
    submit: 'Decline',
    back: { label: 'Back', token: token('request', { request: view.request.requestId }) },
    token: token('decline', { request: view.request.requestId, version: view.request.version }),
  };
}
