export type { NoticeKind, NoticeKinds } from './draw';
export { createLedger, type Ledger, type NewNotice } from './ledger';
export { mendMessages } from './mend';
export { createPacing, type Pacing } from './pacing';
export { type Job, openQueue, type Queue, queues } from './queue';
export { createSeeker } from './seek';
export { createDeliveryWorker, createGiveUp } from './worker';
