import { join } from 'node:path';
import type { Asker } from '../../src/cli/setup/ask';
import { type Given, gather, type Today } from '../../src/cli/setup/gather';
import { offerKeys } from '../../src/cli/setup/keys';
import { createLedger } from '../../src/delivery';
import { loadPrograms } from '../../src/programs';
import { houseOf } from '../../src/services';
import { SetupError } from '../../src/start/house';
import { parseMasterKeys } from '../../src/store';

/** Somebody at a terminal who types these answers, one after the other. */
function typist(...answers: readonly string[]) {
  const heard: string[] = [];
  const left = [...answers];
  const asker: Asker = {
    async ask(question) {
      heard.push(question);
      const answer = left.shift();
      if (answer === undefined) throw new Error(`Nobody answers: ${question}`);
      return answer;
    },
    say: (text) => void heard.push(text),
    close: () => undefined,
  };
  return { asker, heard, left };
}

const nothing: Given = { programs: [] };

describe('mentor setup', () => {
  let empty: Today;
  beforeAll(async () => {
    const loaded = await loadPrograms(join(__dirname, '..', '..', 'programs'));
    if (!loaded.ok) throw new Error('The program definitions have faults.');
    const house = houseOf(loaded.programs, loaded.catalog, createLedger({ enqueue: async () => undefined }));
    const programs = [...house.programs.values()];
    const [firstProgram] = programs;
    if (!firstProgram) throw new Error('There is no program.');
    const unknown = { organizationId: undefined, organization: undefined, zone: undefined };
    empty = { ...unknown, hasCoordinator: false, on: [], programs, firstProgram, zoneHere: 'America/Juneau' };
  });

  it('asks again with the reason, until each answer can be taken', async () => {
    const { asker, heard, left } = typist(
      '',
      'DPA',
      'Alaska',
      '',
      'Nora Bright',
      'nora',
      'Nora@dpa.example.gov',
      '9',
      '',
    );
    expect(await gather(asker, nothing, empty)).toMatchObject({
      organization: 'DPA',
      zone: 'America/Juneau',
      coordinator: { name: 'Nora Bright', email: 'nora@dpa.example.gov' },
      programs: [{ id: 'bethel-nome-exchange' }],
    });
    expect(left).toEqual([]);
    expect(heard.filter((line) => line.startsWith('  ') && line.endsWith('.'))).toEqual([
      '  The name is missing.',
      '  That is no time zone; write it like America/Anchorage.',
      '  That is no email address; write it like joan.ek@example.gov.',
      '  There is no program "9". There is: bethel-nome-exchange.',
    ]);
  });

  it('asks only what the flags leave open, and about a flag that is wrong', async () => {
    const { asker, left } = typist('America/Nome');
    const given = {
      organization: 'DPA',
      zone: 'Nome',
      coordinatorName: 'Nora',
      coordinatorEmail: 'n@x.gov',
      programs: ['bethel-nome-exchange'],
    };
    expect(await gather(asker, given, empty)).toMatchObject({ zone: 'America/Nome' });
    expect(left).toEqual([]);
  });

  it('keeps at a second run what is known, and asks nobody for a coordinator', async () => {
    const today = {
      ...empty,
      organizationId: 'o',
      organization: 'DPA',
      zone: 'America/Nome',
      hasCoordinator: true,
      on: ['bethel-nome-exchange'],
    };
    const { asker } = typist('', '', '');
    const same = { organizationId: 'o', organization: 'DPA', zone: 'America/Nome', coordinator: undefined };
    expect(await gather(asker, nothing, today)).toMatchObject(same);
    expect(await gather(undefined, nothing, today)).toMatchObject(same);
  });

  it('names at once all that is missing or wrong where nobody can be asked', async () => {
    const failed = await gather(undefined, { zone: 'Alaska', programs: ['nope'] }, empty).catch(
      (fault: unknown) => fault,
    );
    expect(failed).toBeInstanceOf(SetupError);
    expect(failed instanceof SetupError ? failed.lines : []).toEqual([
      'Name of the organization is missing; give it with --organization.',
      '--zone: That is no time zone; write it like America/Anchorage.',
      'Name of the first coordinator is missing; give it with --coordinator-name.',
      'Work email of the first coordinator is missing; give it with --coordinator-email.',
      '--program: There is no program "nope". There is: bethel-nome-exchange.',
    ]);
  });

  describe('where only MENTOR_KEYS is missing', () => {
    const missing = ['MENTOR_KEYS is missing; with DATABASE_URL it is needed.'];

    it('makes one and shows the line for .env', async () => {
      const { asker, heard } = typist('yes');
      expect(await offerKeys(missing, asker)).toBe(0);
      const [, key = ''] = /^MENTOR_KEYS=(\S+)$/mu.exec(heard.join('\n')) ?? [];
      expect(parseMasterKeys(key).ok).toBe(true);
    });

    it('makes none where nobody asks for it, or more is wrong', async () => {
      expect(await offerKeys(missing, typist('no').asker)).toBeUndefined();
      expect(await offerKeys(missing, undefined)).toBeUndefined();
      expect(await offerKeys([...missing, 'PORT is no number.'], typist().asker)).toBeUndefined();
    });
  });
});
