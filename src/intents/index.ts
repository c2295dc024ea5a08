export type { Hearing } from './lead';
export { createReceiver, type Receiver } from './receive';
export type { Understand } from './talk/understand';
