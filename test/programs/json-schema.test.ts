import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { catalogJsonSchema, programJsonSchema, type Rule } from '../../src/programs';

const programs = join(__dirname, '..', '..', 'programs');
const read = (file: string): string => readFileSync(join(programs, file), 'utf8');

describe.each([
  ['program.schema.json', 'bethel-nome-exchange.yaml', programJsonSchema],
  ['topics.schema.json', 'topics.yaml', catalogJsonSchema],
])('%s', (schemaFile, yamlFile, schema) => {
  it('is the printed form of what the loader checks', () => {
    const printed = `${JSON.stringify(schema(), null, 2)}\n`;
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(join(programs, schemaFile), printed);
    expect(read(schemaFile)).toBe(printed);
  });

  it(`fits ${yamlFile}, and refuses an unknown name`, () => {
    const fits = new Ajv({ strict: false }).compile(JSON.parse(read(schemaFile)));
    const data = parse(read(yamlFile));
    expect(fits(data)).toBe(true);
    expect(fits({ ...data, surprise: 1 })).toBe(false);
  });
});

it('lets a file write every kind of rule that the domain knows', () => {
  const kinds: Record<Rule['rule'], true> = {
    willing: true,
    capacity: true,
    grade: true,
    gradesAbove: true,
    service: true,
    appointment: true,
    outsideChainOfCommand: true,
  };
  const text = JSON.stringify(programJsonSchema().properties?.eligibility);
  const written = [...text.matchAll(/"const":"(\w+)"/gu)].map((found) => found[1]);
  expect(written.sort()).toEqual(Object.keys(kinds).sort());
});
