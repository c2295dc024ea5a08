export * from './agendas';
export * from './budgets';
export * from './claims';
export * from './concerns';
export * from './conversations';
export * from './days-off';
export * from './digest';
export * from './digest-readers';
export * from './directory';
export {
  type Doubt,
  doubtMessage,
  doubtMessages,
  leaveInDoubt,
  lockDoubt,
  withoutJob,
} from './doubts';
export * from './drafts';
export * from './due';
export * from './evaluations';
export * from './events';
export * from './figures';
export * from './files';
export * from './inbound';
export { type Inspection, inspectDatabase } from './inspect';
export * from './installations';
export {
  keysFile,
  keysInFolder,
  type MasterKeys,
  makeMasterKeys,
  parseMasterKeys,
  writeKeysInFolder,
} from './keys';
export * from './leavers';
export * from './link-codes';
export { LockedError } from './lock';
export { loginAbove } from './login';
export * from './looks';
export * from './meetings';
export * from './mentors';
export * from './mentors-called';
export * from './messages';
export * from './notes';
export * from './notices';
export * from './nudges';
export * from './offers';
export * from './organizations';
export * from './orientations';
export * from './pair-letters';
export * from './pairing-fine';
export * from './pairings';
export * from './pending';
export * from './people';
export * from './programs';
export * from './reach';
export { type Books, type FaultName, reconcile } from './reconcile';
export * from './requests';
export * from './resource-people';
export { eraseRows, lockErasable, longGone, subjectsOf } from './retention/erase';
export { countExpired, type Expired, expire } from './retention/expire';
export { RoleError } from './role';
export * from './roster';
export { SealError } from './seal';
export * from './sessions';
export * from './settings';
export * from './slack-tokens';
export * from './snapshots';
export * from './standing';
export { openStore, type Store, type StoreOptions, type Tx } from './store';
export * from './tables';
export * from './wishes';
