export * from './card';
export * from './channel';
export * from './form';
export * from './identity';
export * from './inbound';
export * from './reply';
export * from './text';
export * from './token';
