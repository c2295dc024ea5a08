export type { Understand, Wish } from './lead';
export { createReceiver, type Receiver } from './receive';
