import { type EntryStep, mentorForm, requestForMentee } from '../../src/cards';
import { plainText } from '../../src/chat';
import { declineKinds } from '../../src/mentoring';
import { viewOf } from './product';

const terms = { program: 'P', source: 'S', orientation: [], expectations: ['Quoted.'], plainly: ['Plain.'] };
const topics = [
  { id: 'les', label: 'LES', group: 'Policy', isOpen: false },
  { id: 'notices', label: 'Notices', group: 'Office', isOpen: true },
  { id: 'word', label: 'Word', group: 'Technology', isOpen: false },
  { id: 'excel', label: 'Excel', group: 'Technology', isOpen: true },
];

describe('the form of a mentor’s entry', () => {
  it.each<[EntryStep, string, string]>([
    [{ step: 'join', terms }, 'Become a mentor', 'Become a mentor'],
    [{ step: 'confirm', terms }, 'Confirm your entry', 'Confirm'],
    [{ step: 'change' }, 'Change your entry', 'Save'],
  ])('is called by what it does: %j', (own, title, submit) => {
    const form = mentorForm(topics, own);
    expect({ title: form.title, submit: form.submit }).toEqual({ title, submit });
    expect(form.fields.some((field) => field.field === 'consent')).toBe(own.step !== 'change');
  });

  it('lists the topics that are open first, each in the order of their groups, and says which they are', () => {
    const [field] = mentorForm(topics, { step: 'change' }).fields;
    const options = field?.field === 'choices' ? field.options : [];
    expect(options.map(({ value }) => value)).toEqual(['notices', 'excel', 'les', 'word']);
    expect(options.map(({ detail }) => detail)).toEqual([
      'Open · Office',
      'Open · Technology',
      'Not open yet · Policy',
      'Not open yet · Technology',
    ]);
  });
});

describe('a no', () => {
  it.each(declineKinds)('is told plainly and without blame: %s', (reasonKind) => {
    const view = viewOf('declined', 'chat', 'Joan Ek');
    const card = requestForMentee({ ...view, request: { ...view.request, reasonKind } });
    const words = card.blocks.flatMap((block) => (block.block === 'notice' ? [plainText(block.text)] : [])).join(' ');
    expect(words).toMatch(/^Joan declined on November 18\. /u);
    expect(words).toMatch(/It is not about you\.|can help you/u);
  });
});
