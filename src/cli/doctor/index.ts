import type { Command } from '../command';
import { examine } from './examine';
import { type Finding, ok, wrong } from './finding';
import { printFindings, summary } from './print';

function tell(findings: readonly Finding[]): number {
  const { stdout } = process;
  stdout.write(printFindings(findings, stdout.isTTY && stdout.hasColors()));
  stdout.write(summary(findings));
  return findings.some(({ level }) => level === 'wrong') ? 1 : 0;
}

/** Checks everything that can be checked, one line each with what to do; changes nothing. Exits 1 where something is wrong. */
export const doctorCommand: Command = {
  usage: 'doctor',
  says: 'checks everything that can be checked, and says what to do',
  options: [],
  example: 'doctor',
  run: async (_, config) => tell([ok('Variables', 'no fault'), ...(await examine(config, new Set()))]),
  runWithFaults: async ({ faults, faulty, rest }) =>
    tell([
      ...faults.map((fault) =>
        wrong('Variables', fault, 'Correct it in the environment or in .env; .env.example explains each.'),
      ),
      ...(await examine(rest, faulty)),
    ]),
};
