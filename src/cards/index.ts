export * from './door';
export * from './find';
export * from './forms';
export * from './help';
export * from './news';
export * from './refusal';
export * from './request';
export * from './tokens';
export { day } from './words';
