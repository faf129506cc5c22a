import type { CaseId } from '@wangge/shared/base';
import type { RunRow, RunView, SiteRow, SiteView, SupportView, TemplatesView } from '@wangge/shared/joint';
import { callRest, type RestAnswer } from '../../link/rest.ts';

/** A wish about a run or a support task, as the person saw it. */
export interface JointWish {
  readonly action: string;
  readonly expectedRevision: number;
  readonly payload: Readonly<Record<string, unknown>>;
}

const named = (wish: JointWish): object => ({ ...wish, commandId: crypto.randomUUID() });

export const readTemplates = (): Promise<RestAnswer<TemplatesView>> => callRest('GET', '/api/v1/matter-templates');
export const readRuns = (query = ''): Promise<RestAnswer<{ readonly total: number; readonly runs: readonly RunRow[] }>> => callRest('GET', `/api/v1/matter-runs?limit=500${query}`);
export const readRun = (id: string): Promise<RestAnswer<RunView>> => callRest('GET', `/api/v1/matter-runs/${encodeURIComponent(id)}`);
export const actOnRun = (id: string, wish: JointWish): Promise<RestAnswer<RunView>> => callRest('POST', `/api/v1/matter-runs/${encodeURIComponent(id)}/commands`, named(wish));
export const openRun = (templateCode: string, caseId: CaseId): Promise<RestAnswer<RunView>> => callRest('POST', '/api/v1/matter-runs', { id: crypto.randomUUID(), templateCode, caseId });
export const readSupports = (caseId: CaseId): Promise<RestAnswer<{ readonly supports: readonly SupportView[] }>> => callRest('GET', `/api/v1/supports?caseId=${caseId}`);
/** What the own unit still owes. */
export const readOwnSupports = (): Promise<RestAnswer<{ readonly supports: readonly SupportView[] }>> => callRest('GET', '/api/v1/supports?own=true&open=true');
export const actOnSupport = (id: string, wish: JointWish): Promise<RestAnswer<SupportView>> => callRest('POST', `/api/v1/supports/${encodeURIComponent(id)}/commands`, named(wish));
export const readSites = (): Promise<RestAnswer<{ readonly sites: readonly SiteRow[] }>> => callRest('GET', '/api/v1/sites?state=building');
export const readSite = (code: string): Promise<RestAnswer<SiteView>> => callRest('GET', `/api/v1/sites/${encodeURIComponent(code)}`);

/** Address of a site's code as a picture; `location.protocol` says how people reach this server. */
export function signAddress(code: string): string {
  return `/api/v1/sites/${encodeURIComponent(code)}/qr.svg?scheme=${location.protocol === 'https:' ? 'https' : 'http'}`;
}
