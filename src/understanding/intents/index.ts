import type { Signs } from '../signs';
import type { Slots } from '../slot-values';
import { exchange } from './exchange';
import { finding } from './finding';
import type { Intent } from './intent';
import { program } from './program';
import { talk } from './talk';

const intents = { ...finding, ...exchange, ...program, ...talk };

/** The names of intents.md. */
export type Label = keyof typeof intents;

export const isLabel = (name: unknown): name is Label => typeof name === 'string' && Object.hasOwn(intents, name);

/** All of them, in the order of the files. */
export const labels: readonly Label[] = Object.keys(intents).filter(isLabel);

const definition = (label: Label): Intent => intents[label];

/** What shows an intent, as its file has it. */
export const signsFor = (label: Label): string => definition(label).signs;

/** Reads the slots of one intent off the signs of a text. */
export const slotsFor = (label: Label, signs: Signs): Slots => definition(label).slots?.(signs) ?? {};
