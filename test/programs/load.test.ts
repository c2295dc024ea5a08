import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkProgramFile, loadPrograms, writeFault } from '../../src/programs';

const shipped = join(__dirname, '..', '..', 'programs');
const bethel = 'bethel-nome-exchange.yaml';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'programs-'));
  copyFileSync(join(shipped, 'topics.yaml'), join(folder, 'topics.yaml'));
  copyFileSync(join(shipped, bethel), join(folder, bethel));
});
afterEach(() => rmSync(folder, { recursive: true }));

const faults = async (): Promise<string[]> => {
  const loaded = await loadPrograms(folder);
  return loaded.ok ? [] : loaded.faults.map(writeFault);
};

describe('loadPrograms', () => {
  it('picks up one more file, and passes over what is no program', async () => {
    writeFileSync(join(folder, 'notes.txt'), 'nothing');
    writeFileSync(join(folder, '.hidden.yaml'), 'nothing');
    const more = readFileSync(join(folder, bethel), 'utf8').replace('id: bethel', 'id: other');
    writeFileSync(join(folder, 'other.yml'), more);
    const loaded = await loadPrograms(folder);
    expect(loaded.ok && loaded.programs.map((program) => program.id)).toEqual([
      'bethel-nome-exchange',
      'other-nome-exchange',
    ]);
  });

  it('refuses two programs of one id', async () => {
    copyFileSync(join(folder, bethel), join(folder, 'copy.yaml'));
    expect(await faults()).toEqual([
      'copy.yaml:1 id: The id "bethel-nome-exchange" is taken by bethel-nome-exchange.yaml; give this program one of its own.',
    ]);
  });

  it('lists the faults of all files, the catalog among them', async () => {
    writeFileSync(join(folder, 'topics.yaml'), 'groups: []');
    writeFileSync(join(folder, 'a.yaml'), Buffer.from([0xff, 0xfe, 0x00]));
    writeFileSync(join(folder, 'b.yaml'), '#'.repeat(800_001));
    expect(await faults()).toEqual([
      'topics.yaml:1:1 groups: "groups" must have at least 1 entry.',
      'a.yaml:1 The file is not UTF-8 text; save it as UTF-8.',
      'b.yaml:1 The file has 800001 bytes; at most 800,000 are read.',
    ]);
  });

  it('says so where the catalog, every program or the folder is missing', async () => {
    rmSync(join(folder, bethel));
    expect(await faults()).toEqual([`${folder}:1 The folder holds no program; add one.`]);
    rmSync(join(folder, 'topics.yaml'));
    const [missing] = await faults();
    expect(missing).toBe(`topics.yaml:1 The file does not exist; put it at ${join(folder, 'topics.yaml')}.`);
    const nowhere = await loadPrograms(join(folder, 'nowhere'));
    expect(nowhere.ok ? [] : nowhere.faults[0]?.reason).toContain('PROGRAMS_DIR must name a folder that exists');
  });
});

describe('checkProgramFile', () => {
  it('checks one file, wherever it lies, against the catalog of the folder', async () => {
    const draft = join(folder, 'draft');
    writeFileSync(draft, readFileSync(join(folder, bethel), 'utf8').replace('[apa,', '[apaa,'));
    expect((await checkProgramFile(join(shipped, bethel), folder)).ok).toBe(true);
    const checked = await checkProgramFile(draft, folder);
    expect(checked.ok ? [] : checked.faults.map(writeFault)).toEqual([
      'draft:23:14 topics[1].topics[0]: There is no topic "apaa" in topics.yaml. Did you mean "apa"?',
    ]);
    const missing = await checkProgramFile(join(folder, 'no.yaml'), join(folder, 'nowhere'));
    expect(missing.ok ? [] : missing.faults.map((fault) => fault.file)).toEqual(['topics.yaml', 'no.yaml']);
  });
});
