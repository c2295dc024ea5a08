export { createCallLog } from './calls';
export { createFaults } from './faults';
export type { LocalPerson } from './people';
export { createSlackStandIn } from './slack/standIn';
export { createTeamsStandIn } from './teams/standIn';
export { createLocalWorkspace } from './workspace';
