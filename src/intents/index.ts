export type { Understand } from './lead';
export { createReceiver, type Receiver } from './receive';
export { wishOf } from './wish';
