import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Block, Field } from '../../chat';
import { compile, type Template } from './template';

export type Templates = {
  readonly card: Template;
  readonly blocks: Readonly<Record<Block['block'], Template>>;
  readonly fields: Readonly<Record<Field['field'], Template>>;
};

/** Reads every template of `folder` once; throws, naming the file, when one is missing or is no template. */
export function loadTemplates(folder: string): Templates {
  const read = (name: string): Template => {
    const file = join(folder, `${name}.json`);
    if (!existsSync(file)) throw new Error(`The Adaptive Card template ${file} is missing.`);
    const source: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return compile(name, source);
  };
  const block = (name: Block['block']) => read(`blocks/${name}`);
  const field = (name: Field['field']) => read(`fields/${name}`);
  return {
    card: read('card'),
    blocks: {
      heading: block('heading'),
      prose: block('prose'),
      facts: block('facts'),
      person: block('person'),
      progress: block('progress'),
      steps: block('steps'),
      list: block('list'),
      chart: block('chart'),
      notice: block('notice'),
      buttons: block('buttons'),
    },
    fields: {
      line: field('line'),
      paragraph: field('paragraph'),
      choice: field('choice'),
      choices: field('choices'),
      scale: field('scale'),
      date: field('date'),
      time: field('time'),
      number: field('number'),
      person: field('person'),
      topic: field('person'),
      consent: field('consent'),
    },
  };
}

/** The `adaptive-cards` folder of this project, found from wherever the code runs: its sources, or what was built from them. */
export function templateFolder(from: string = __dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'adaptive-cards');
    if (existsSync(join(candidate, 'card.json'))) return candidate;
    if (dirname(folder) === folder) throw new Error(`No folder adaptive-cards was found above ${from}.`);
  }
}
