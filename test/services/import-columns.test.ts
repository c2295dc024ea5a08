import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { columnMeant } from '../../src/services/import/meant';
import { readPeople } from '../../src/services/import/read';
import { columns } from '../../src/services/import/row';

const topics = new Set<string>();

describe('a column of another name', () => {
  it.each([
    ['slack_id', 'slack_user'],
    ['slack_user_id', 'slack_user'],
    ['Slack Team ID', 'slack_team'],
    ['e-mail', 'email'],
    ['emial', 'email'],
    ['timezone', 'time_zone'],
    ['Object ID', 'teams_user'],
    ['mentor_topic', 'mentor_topics'],
    ['manager_email', 'supervisor_email'],
    ['favorite_color', undefined],
  ])('%s probably stands for %s', (name, meant) => {
    expect(columnMeant(name)).toBe(meant);
  });

  it('is named with what it stands for, where the list does not have that too', () => {
    const { unknownColumns, people } = readPeople(
      'name,email,slack_id,mail,color\nAna,ana@x.gov,U1,other,red\n',
      topics,
    );
    expect(people).toHaveLength(1);
    expect(unknownColumns).toEqual([
      { name: 'slack_id', meant: 'slack_user' },
      { name: 'mail', meant: undefined },
      { name: 'color', meant: undefined },
    ]);
  });

  it('is pointed to where one that must be there is missing', () => {
    const { faults } = readPeople('Full Name;E-Mail\nAna;ana@x.gov\n', topics);
    expect(faults.map(({ reason }) => reason)).toEqual([
      'The first row must name the columns, and name is not among them. Is it "full_name"? Then call it name.',
      'The first row must name the columns, and email is not among them. Is it "e-mail"? Then call it email.',
    ]);
  });
});

it('has every column in the guide', () => {
  const guide = readFileSync(join(__dirname, '..', '..', 'docs', 'operate.md'), 'utf8');
  const [, table = ''] = guide.split('| column | what it takes |');
  const [rows = ''] = table.split('\n\n');
  expect(columns.filter((column) => !rows.includes(`\`${column}\``))).toEqual([]);
});
