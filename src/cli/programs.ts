import type { House, ProgramPolicy } from '../services';
import { SetupError } from '../start/house';

const usual = 'bethel-nome-exchange';

/** The program that a first import or set-up switches on: Bethel/Nome, or else the first one there is. */
export function firstProgramOf(house: House): ProgramPolicy {
  const program = house.programs.get(usual) ?? [...house.programs.values()][0];
  if (!program)
    throw new SetupError(['There is no program definition; PROGRAMS_DIR must name a folder that holds one.']);
  return program;
}
