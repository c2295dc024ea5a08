import { type Block, type Form, prose } from '../chat';
import { type DeclineKind, declineKinds } from '../mentoring';
import type { MentorView } from './find';
import { declineWords, type RequestView } from './request';
import { token } from './tokens';
import type { TopicView } from './topic';
import { firstName, line, ways } from './words';

export const mostNeed = 1000;
export const mostSuits = 200;
export const mostReason = 500;

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The mentee tells a mentor what she would like; `draft` is the id that the request will have, `beforehand` what else follows from it. */
export function askForm(
  mentor: Pick<MentorView, 'id' | 'name' | 'grade' | 'office'>,
  topics: readonly TopicView[],
  chosen: string,
  draft: string,
  beforehand: readonly Block[] = [],
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
    ],
    submit: 'Send request',
    back: { label: 'Back', token: token('find', { topic: chosen, page: 1 }) },
    token: token('ask', { mentor: mentor.id, topic: chosen, draft }),
  };
}

/** The mentor says no, with a reason that is told kindly and words of her own if she likes. */
export function declineForm(view: RequestView): Form {
  const name = firstName(view.mentee.name);
  return {
    name: 'decline',
    title: 'Decline',
    intro: [prose(`${name} is told kindly that it does not work out, and is shown other mentors.`)],
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
    ],
    submit: 'Decline',
    back: { label: 'Back', token: token('request', { request: view.request.requestId }) },
    token: token('decline', { request: view.request.requestId, version: view.request.version }),
  };
}
