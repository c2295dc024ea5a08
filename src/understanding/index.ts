export * from './lexicon';
export * from './understand';
export type { IntentName, Slots, Understood } from './understood';
