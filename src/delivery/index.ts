export type { Limits } from './budget';
export type { NoticeKind, NoticeKinds } from './draw';
export { createLedger, type Ledger, messageKind, type NewNotice } from './ledger';
export { createMeter, type Meter } from './meter';
export { createPacing, type Pacing } from './pacing';
export { type Job, openQueue, type Queue } from './queue';
export { createDeliveryWorker, createGiveUp } from './worker';
