import { aboutWhat, readCommand } from './commands';
import { saidOfDaysOff } from './days-off';
import type { Lexicon, TopicReading } from './lexicon';
import { withoutMentions } from './mentions';
import { taughtWords } from './taught';
import { clipped, type Places, sayTopic, topicSlots, whereIn } from './topic-words';
import type { IntentName, Slots, Understood } from './understood';

/** "open" and "close" are a coordinator's commands only where the rest is a topic, or one to three words that should be one. */
function opensTopic(rest: string, { lexicon }: Places): boolean {
  const { guess, besides } = lexicon.read(rest);
  if (guess.kind === 'none') return rest.split(' ').length <= 3;
  return besides.every((word) => word === 'topic' || word === 'topics' || word === 'category');
}

const certain = (intent: IntentName, slots: Slots, why: readonly string[]): Understood => ({
  intent,
  slots,
  confidence: 1,
  alternatives: [],
  why,
});

/** Slots of a topic that is named under a command; `nearby` where nothing is known by that name. */
export const namedTopic = (rest: string, { lexicon }: Places): Slots =>
  slotsNamed(rest, lexicon.read(withoutMentions(rest)), lexicon);

/** The same, of what was read already. */
function slotsNamed(rest: string, reading: TopicReading, lexicon: Lexicon): Slots {
  const isUnknown = rest !== '' && reading.guess.kind === 'none';
  const near = isUnknown ? lexicon.near(rest) : [];
  return {
    ...topicSlots(reading),
    ...(rest === '' ? {} : { asked: clipped(rest) }),
    ...(near.length > 0 ? { nearby: near } : {}),
  };
}

/** A search, as its command was read. */
type Sought = { readonly rest: string };

/** What "find …" is about: the words behind it, and where. In "find mentors in Paris" the command ends behind "in". */
export function soughtIn(
  command: Sought,
  said: string,
  places: Places,
): { readonly about: string; readonly where: Slots } {
  const here = whereIn(command.rest, places, true);
  if (command.rest === '' || Object.keys(here.slots).length > 0)
    return { about: aboutWhat(here.rest), where: here.slots };
  const { slots } = whereIn(said, places, true);
  const isPlace = slots.place !== undefined && command.rest === slots.place;
  return isPlace ? { about: '', where: slots } : { about: aboutWhat(here.rest), where: here.slots };
}

function byFind(command: Sought, said: string, places: Places, why: readonly string[]): Understood | null {
  const { about, where } = soughtIn(command, said, places);
  const reading = places.lexicon.read(withoutMentions(about));
  const steps = [...why, 'command: find', sayTopic(reading)];
  if (about === '') return certain('find_mentor', where, steps);
  if (reading.guess.kind === 'none' || (reading.besides.length > 0 && reading.named.length < 2)) return null;
  const found = certain('find_mentor', { ...slotsNamed(about, reading, places.lexicon), ...where }, steps);
  return { ...found, confidence: reading.guess.kind === 'sure' ? 0.95 : 0.8 };
}

/**
 * A complete parse of a command's form is certain; null where the text is no command, or a command's verb with an object
 * that nobody understands.
 */
export function byCommand(
  said: string,
  places: Places & { readonly now: string | undefined },
  why: readonly string[],
): Understood | null {
  const told = taughtWords(said);
  if (told !== null) return certain(told, {}, [...why, `words that I know: ${told}`]);
  const off = saidOfDaysOff(said, places.now);
  if (off !== null) {
    const when = off.day === undefined ? {} : { when: off.day };
    return certain('days_off', when, [...why, 'command: days off']);
  }
  const command = readCommand(said);
  if (command === null) return null;
  switch (command.command) {
    case 'link':
      return certain('link_account', command.code === undefined ? {} : { code: command.code }, [
        ...why,
        'command: link',
      ]);
    case 'open':
    case 'close':
      if (command.rest !== '' && !opensTopic(command.rest, places)) return null;
      return certain(`${command.command}_topic`, namedTopic(command.rest, places), [
        ...why,
        `command: ${command.command}`,
      ]);
    case 'find':
      return byFind(command, said, places, why);
    default:
      return certain(command.command, {}, [...why, `command: ${command.command}`]);
  }
}
