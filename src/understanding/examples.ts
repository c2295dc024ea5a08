import { isLabel, type Label } from './intents';

/** Where and when the examples of intents.md are said: ten offices, the bot's own names, a Wednesday in Anchorage. */
export const exampleSetting = {
  offices: ['bethel', 'nome', 'kotzebue', 'anchorage', 'juneau', 'fairbanks', 'kenai', 'wasilla', 'sitka', 'ketchikan'],
  bot: ['U0MENTORBT', 'Mentor Bot'],
  now: '2026-11-18T10:00',
} as const;

/** A phrase with what a person says it means. */
export type Example = { readonly text: string; readonly intent: Label; readonly slots: object };

/** Reads examples, one JSON object a line; throws where a line is none. */
export function readExamples(lines: string): readonly Example[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const read: unknown = JSON.parse(line);
      if (typeof read === 'object' && read !== null && 'text' in read && 'intent' in read && 'slots' in read) {
        const { text, intent, slots } = read;
        if (typeof text === 'string' && isLabel(intent) && typeof slots === 'object' && slots !== null)
          return { text, intent, slots };
      }
      throw new Error(`No example: ${line}`);
    });
}
