export { versionInForce } from './list-version.ts';
export type { ListVersion } from './list-version.ts';
