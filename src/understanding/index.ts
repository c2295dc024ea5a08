export * from './labels';
export * from './lexicon';
export * from './understand';
export type { Asks, Channel, IntentName, Pending, Slots, Understood } from './understood';
