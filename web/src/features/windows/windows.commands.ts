import type { ApplicationDetail, ApplicationRow, ApplyChannel, ServiceMattersView } from '@wangge/shared/matter';
import { callRest, type RestAnswer } from '../../link/rest.ts';

const PAGE = 300;

/** Applications of a filter; `query` as the API takes it (`open=true&late=true`). */
export function readApplications(query: string): Promise<RestAnswer<{ readonly total: number; readonly applications: readonly ApplicationRow[] }>> {
  return callRest('GET', `/api/v1/applications?limit=${PAGE}&${query}`);
}

export function readServiceMatters(): Promise<RestAnswer<ServiceMattersView>> {
  return callRest('GET', '/api/v1/service-matters');
}

/** What is needed to take an application; `id` names the wish, so that it is taken once however often it is sent. */
export interface TakeWish {
  readonly id: string;
  readonly matterCode: string;
  readonly channel: ApplyChannel;
  readonly villageCode: string;
  readonly applicant: { readonly name: string; readonly phone: string };
  readonly proxyId: string | null;
}

export function takeApplication(wish: TakeWish): Promise<RestAnswer<ApplicationDetail>> {
  return callRest('POST', '/api/v1/applications', wish);
}
