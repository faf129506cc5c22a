export { demoAccounts } from './accounts.ts';
export type { DemoAccount } from './accounts.ts';
export { demoDistrict } from './demo-district.ts';
