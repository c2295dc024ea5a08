import { actionsOf } from '../teams/cardParts';
import { api, type Message, type Person } from './api';

/** Who plays in the tour, found as it goes on. */
export type Cast = { readonly mentee: Person; readonly mentor: Person | undefined };

export type Step = {
  readonly title: string;
  readonly says: (cast: Cast) => string;
  /** Does what the step tells, through the same doors as the page; gives back who plays from here on. */
  readonly play?: (cast: Cast, people: readonly Person[]) => Promise<Cast>;
};

const first = (person: Person | undefined): string => person?.name.split(' ')[0] ?? 'the mentor';

/** Waits until the person's client shows such a message, the newest first. */
async function shown(channel: 'slack' | 'teams', person: Person, is: (message: Message) => boolean): Promise<Message> {
  for (let tries = 0; tries < 80; tries += 1) {
    const { messages } = await api.chat(channel, person.id);
    const found = [...messages].reverse().find(is);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The story is stuck: the message that should be there did not come. Leave the tour and try again.');
}

const tipOf = (action: object): string =>
  'tooltip' in action && typeof action.tooltip === 'string' ? action.tooltip : '';
const asks = (message: Message): readonly { readonly at: number; readonly name: string }[] =>
  message.card === undefined
    ? []
    : actionsOf(message.card).flatMap((action, at) =>
        tipOf(action).startsWith('Ask ') ? [{ at, name: tipOf(action).slice(4) }] : [],
      );
const hasInput = (message: Message, id: string): boolean => JSON.stringify(message.card ?? {}).includes(`"id":"${id}"`);
const hasButton = (message: Message, label: string): boolean =>
  JSON.stringify(message.blocks ?? []).includes(`"text":"${label}"`);

/** Who has accounts in both clients reads in the one used last: the story needs somebody who is sure to read in Slack. */
const onlyInSlack = ({ slackUser, teamsUser }: Person): boolean => slackUser !== undefined && teamsUser === undefined;

async function askSomebody({ mentee }: Cast, people: readonly Person[]): Promise<Cast> {
  const list = await shown('teams', mentee, (message) => asks(message).length > 0);
  const inSlack = asks(list).flatMap(({ at, name }) => {
    const mentor = people.find((person) => person.name === name && onlyInSlack(person));
    return mentor ? [{ at, mentor }] : [];
  });
  const [one] = inSlack;
  if (!one) throw new Error('No mentor on this list uses Slack. Leave the tour and try another topic.');
  await api.click({ person: mentee.id, channel: 'teams', message: list.id, action: one.at });
  return { mentee, mentor: one.mentor };
}

/** The story of one request, from the first words to the answer across two clients. */
export const story: readonly Step[] = [
  {
    title: 'Two people, two clients',
    says: ({ mentee }) =>
      `${mentee.name} works in Teams, on the right. Her notes keep coming back. She does not fill in a search: she says what is wrong.`,
    play: async (cast) => {
      const text = 'I keep messing up my case notes, who can help?';
      await api.say({ person: cast.mentee.id, channel: 'teams', as: 'message', text });
      await shown('teams', cast.mentee, (message) => asks(message).length > 0);
      return cast;
    },
  },
  {
    title: 'Mentors, and why each of them',
    says: ({ mentee }) =>
      `${first(mentee)} sees colleagues who have offered to help, with the reason for each. She asks one who uses the other client.`,
    play: askSomebody,
  },
  {
    title: 'A few words are enough',
    says: ({ mentor }) => `The form comes in the chat. Only ${first(mentor)} will read what stands in it.`,
    play: async (cast) => {
      const form = await shown('teams', cast.mentee, (message) => hasInput(message, 'need'));
      const values = { need: 'My notes come back for missing facts. What do you write down first?' };
      await api.click({
        person: cast.mentee.id,
        channel: 'teams',
        message: form.id,
        action: 'Send request',
        values,
      });
      return cast;
    },
  },
  {
    title: 'It arrives in the other client',
    says: ({ mentor }) => `${first(mentor)} reads it in Slack, on the left, and answers with one button.`,
    play: async (cast) => {
      if (!cast.mentor) throw new Error('Play the steps before this one first.');
      const card = await shown('slack', cast.mentor, (message) => hasButton(message, 'Accept'));
      await api.click({ person: cast.mentor.id, channel: 'slack', message: card.id, action: 'Accept' });
      return cast;
    },
  },
  {
    title: 'Both cards tell the truth',
    says: ({ mentee, mentor }) =>
      `Look right: ${first(mentee)} was told, her old card was drawn anew, and both know how to reach each other. “What was sent” shows every message and why. Had ${first(mentor)} not answered, moving the clock would bring a reminder, and then the next best mentor.`,
  },
];
