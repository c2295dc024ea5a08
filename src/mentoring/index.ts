export * from './clock';
export * from './decision';
export * from './hours';
export * from './pause';
export * from './people';
export * from './rank';
export * from './request';
export * from './rules';
