export { fileRoutes } from './files';
export { healthRoutes } from './health';
