export { type Label, labels } from './intents';
export * from './lexicon';
export * from './understand';
export type { Asks, Channel, IntentName, Pending, Slots, Understood } from './understood';
