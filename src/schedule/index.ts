export { createHeartbeat, type Heartbeat } from './heartbeat';
export type { CarryOn } from './unfinished';
export { endSendsOfTheDead } from './unfinished';
