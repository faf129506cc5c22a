import type { Feature } from '../../platform/feature.ts';
import { listRoutes, type ListRoutesNeeds } from './lists.routes.ts';

/** 清单管理: the lists and their editions over HTTP. */
export function createListsFeature(needs: ListRoutesNeeds): Feature {
  return { routes: (http) => listRoutes(http, needs) };
}
