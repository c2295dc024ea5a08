export { fileRoutes } from './files';
export { healthRoutes } from './health';
export { type Counts, createMetrics, type Figures } from './metrics';
