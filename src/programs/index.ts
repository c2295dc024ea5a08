export type { Rule } from '../mentoring/rules';
export * from './catalog';
export * from './check';
export { type Fault, writeFault } from './fault';
export * from './json-schema';
export { checkProgramFile, type LoadedPrograms, loadCatalog, loadPrograms } from './load';
export { nearest } from './nearest';
