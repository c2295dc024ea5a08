import { checkCatalog, checkProgram, writeFault } from '../../src/programs';

const catalogText = `groups:
  - id: skills
    label: Skills
    topics:
      - { id: case_notes, label: Case notes, words: [case notes, notes] }
      - { id: interviewing, label: Interviewing, words: [interviews] }
      - { id: les, label: Reading LES, words: [LES] }
`;
const checkedCatalog = checkCatalog(catalogText, 'topics.yaml');
const catalog = checkedCatalog.ok ? checkedCatalog.catalog : null;

const good = `id: small
name: Small Program
source: { organization: Us, title: Ours, date: 2005-04-29 }
shape: pair
topics:
  - label: All
    topics: [case_notes, les]
opens: [les]
grades: [GS-11, GS-12, GS-13]
eligibility:
  - { rule: grade, who: mentor, from: GS-12 }
  - { rule: gradesAbove, atLeast: 1, whenMentee: GS-12 }
  - { rule: service, who: mentee, atMost: P5Y }
  - { rule: appointment, who: mentee, oneOf: [permanent] }
  - { rule: outsideChainOfCommand }
capacity: 3
request: { remindAfter: P3D, expireAfter: P10D }
`;

const faultsOf = (text: string): string[] => {
  const checked = checkProgram(text, 'a.yaml', catalog);
  return checked.ok ? [] : checked.faults.map(writeFault);
};
const mended = (from: string, to: string): string[] => {
  expect(good).toContain(from);
  return faultsOf(good.replace(from, to));
};

describe('checkProgram', () => {
  it('takes a good definition and fills in what may be left out', () => {
    const checked = checkProgram(good, 'a.yaml', catalog);
    expect(checked).toMatchObject({
      ok: true,
      program: { commitment: {}, orientation: [], evaluation: { afterEachExchange: false } },
    });
  });

  it('lists all faults at once, in the order of the file, each with its place and a sentence', () => {
    const bad = `id: A B
shape: pairs
source: nothing
topics:
  - label: One
    topics: [case_note, les, les]
  - labell: Two
    topics: []
opens: [interviewing, les]
grades: [GS-1, GS-2]
eligibility:
  - rule: grade
    who: boss
    from: GS-3
  - rule: grad
  - 3
  - rule: grade
    who: mentor
  - rule: grade
    who: mentor
    from: GS-2
    to: GS-1
capacity: "2"
request: { remindAfter: P10D, expireAfter: P3D }
__proto__: 5
`;
    expect(faultsOf(bad)).toEqual([
      'a.yaml:1:1 name: "name" is missing here; it must be a text.',
      'a.yaml:1:5 id: "id" must be small letters and digits with "-" or "_" between, such as case_notes, but is "A B".',
      'a.yaml:2:8 shape: "shape" must be "exchange", "pair" or "cohort", but is "pairs". Did you mean "pair"?',
      'a.yaml:3:9 source: "source" must be a group of names and values, but is the text "nothing".',
      'a.yaml:6:14 topics[0].topics[0]: There is no topic "case_note" in topics.yaml. Did you mean "case_notes"?',
      'a.yaml:6:30 topics[0].topics[2]: The topic "les" stands here for the second time; keep one.',
      'a.yaml:7:5 topics[1].label: "label" is missing here; it must be a text.',
      'a.yaml:7:5 topics[1].labell: The name "labell" is not known here. Did you mean "label"?',
      'a.yaml:8:5 topics[1].topics: "topics" must have at least 1 entry.',
      'a.yaml:9:9 opens[0]: There is no topic "interviewing" in the topics of this file. Take one that stands there, or add it.',
      'a.yaml:13:10 eligibility[0].who: "who" must be "mentor" or "mentee", but is "boss".',
      'a.yaml:14:11 eligibility[0].from: There is no grade "GS-3" in the grades of this file. Did you mean "GS-1"?',
      'a.yaml:15:11 eligibility[1].rule: "rule" must be "willing", "capacity", "grade", "gradesAbove", "service", "appointment" or "outsideChainOfCommand", but is "grad". Did you mean "grade"?',
      'a.yaml:16:5 eligibility[2]: This entry must be a group of names and values, but is the number "3".',
      'a.yaml:17:11 eligibility[3].rule: The rule "grade" asks nothing; give it "from", "to" or both.',
      'a.yaml:21:11 eligibility[4].from: The grade "GS-2" stands above "GS-1", so nobody fits; exchange the two.',
      'a.yaml:23:11 capacity: "capacity" must be a number, but is the text "2".',
      'a.yaml:24:44 request.expireAfter: "expireAfter" (P3D) must be longer than "remindAfter" (P10D).',
      'a.yaml:25:1 __proto__: The name "__proto__" is not known here. Allowed here: id, name, source, shape, commitment, topics, opens, grades, eligibility, capacity, request, cadence, evaluation, tellSupervisor, resourcePerson, firstTime, orientation, inPlainWords, expectations.',
    ]);
  });

  it.each([
    ['3 days', 'must be a time span such as P3D (3 days), P6M (6 months) or PT36H (36 hours), but is "3 days"'],
    ['P', 'must be a time span'],
    ['-P3D', 'must be a time span'],
    ['P1.5D', 'must be a time span'],
    ['P99999999D', 'must be a time span'],
    ['P0D', 'must be longer than nothing'],
  ])('refuses the time span %s', (span, reason) => {
    const [fault, ...more] = mended('remindAfter: P3D', `remindAfter: "${span}"`);
    expect(fault).toContain(`a.yaml:17:25 request.remindAfter: "remindAfter" ${reason}`);
    expect(more).toEqual([]);
  });

  it.each([
    ['PT1S', 'must be a time span'],
    ['PT23H', 'must be a day or longer, such as P14D (14 days), but is "PT23H"'],
    ['P2Y', 'must be a year at the most, such as P30D (30 days), but is "P2Y"'],
  ])('refuses to write to people every %s', (span, reason) => {
    for (const field of ['firstMeeting', 'between', 'again', 'evaluation']) {
      const [fault, ...more] = mended('capacity: 3', `capacity: 3\ncadence: { ${field}: "${span}" }`);
      expect(fault).toContain(`cadence.${field}: "${field}" ${reason}`);
      expect(fault).toMatch(/^a\.yaml:17:/);
      expect(more).toEqual([]);
    }
  });

  it.each([
    ['capacity: 3', 'capacity: 0', '"capacity" must be at least 1.'],
    ['capacity: 3', 'capacity: 2.5', '"capacity" must be a whole number, but is the number "2.5".'],
    ['capacity: 3', 'capacity: 99', '"capacity" must be at most 50.'],
    [
      'date: 2005-04-29',
      'date: 2005-02-30',
      '"date" must be a day that exists, such as 2005-04-29, but is "2005-02-30".',
    ],
    ['name: Small Program', 'name: ""', '"name" must be one line of text'],
    ['grades: [GS-11, GS-12, GS-13]', 'grades: [GS-12, gs-12]', 'The grade "gs-12" stands here for the second time'],
    [
      'who: mentee, atMost',
      'who: mentee, atmost: P1Y, atMost',
      'The name "atmost" is not known here. Did you mean "atMost"?',
    ],
    ['opens: [les]', 'opens: [les, les]', 'The topic "les" stands here for the second time; keep one.'],
  ])('%s: %s', (from, to, reason) => {
    const faults = mended(from, to);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(reason);
  });

  it('asks for the list of grades where a rule needs it', () => {
    expect(mended('grades: [GS-11, GS-12, GS-13]\n', '')).toEqual(
      expect.arrayContaining([expect.stringContaining('The rule "grade" needs the list "grades"')]),
    );
  });

  it.each([
    ['an alias', 'id: &a small\nname: *a', '2:7 The alias "*a" is not allowed; write the value out.'],
    ['a tag', 'id: !run x', '1:5 This is not valid YAML: Unresolved tag: !run. Mend it here.'],
    ['a name twice', 'id: a\nid: b', '2:1 This name stands twice here; keep one of the two.'],
    ['two documents', 'id: a\n---\nid: b', '2:1 The file holds more than one document'],
    ['an open bracket', 'id: [1, 2', '1:10 This is not valid YAML'],
    ['nothing', '', '1:1 The file must be a group of names and values, but is empty.'],
    ['a list', '[]', '1:1 The file must be a group of names and values, but is a list.'],
    ['too much', 'x'.repeat(200_001), '1 The file is too long; at most 200,000 characters are read.'],
    ['deep nesting', '['.repeat(20_000), '1 The file nests lists and groups too deep to be read'],
  ])('refuses %s', (_, text, fault) => {
    const [first] = faultsOf(text);
    expect(first).toContain(`a.yaml:${fault}`);
  });

  it('refuses an alias bomb without unfolding it', () => {
    const bomb = [
      'a: &a [x, x]',
      ...'bcdefghijklmnop'.split('').map((name, i) => `${name}: &${name} [${`*${'abcdefghijklmno'[i]}, `.repeat(9)}x]`),
    ];
    expect(faultsOf(bomb.join('\n')).every((fault) => /The alias "\*\w" is not allowed/u.test(fault))).toBe(true);
  });

  it('says nothing of unknown topics while the catalog itself is faulty', () => {
    expect(checkProgram(good.replace('case_notes', 'anything'), 'a.yaml', null).ok).toBe(true);
  });
});

describe('checkCatalog', () => {
  it('lets topics share a word, but no topic repeat one, and no id or title be taken twice', () => {
    expect(checkCatalog(catalogText.replace('[interviews]', '[notes]'), 't.yaml').ok).toBe(true);
    const bad = catalogText.replace('[case notes, notes]', '[notes, Notes]').replace('id: les', 'id: case_notes');
    const checked = checkCatalog(bad.replace('label: Reading LES', 'label: Interviewing'), 't.yaml');
    expect(checked.ok ? [] : checked.faults.map(writeFault)).toEqual([
      't.yaml:7:15 groups[0].topics[2].id: The topic "case_notes" stands here for the second time; keep one.',
      't.yaml:7:34 groups[0].topics[2].label: The title "Interviewing" stands here for the second time; keep one.',
      't.yaml:5:61 groups[0].topics[0].words[1]: The word "Notes" stands here for the second time; keep one.',
    ]);
  });
});
