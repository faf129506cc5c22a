import { z } from 'zod';
import { asId, type CaseId } from '@wangge/shared/base';
import type { Clock } from '../../platform/clock.ts';
import { sendRefusal, type Http } from '../../platform/http.ts';
import type { CasesApi } from '../cases/cases.api.ts';
import type { DispatchApi } from './dispatch.api.ts';

/** 推荐力量 for one case: the best three teams and why, and who was passed over. */
export function dispatchRoutes(http: Http, dispatch: DispatchApi, cases: CasesApi, clock: Clock): void {
  http.get('/api/v1/cases/:id/recommendations', {
    config: { access: 'case.recommend' }, schema: { params: z.strictObject({ id: z.uuid() }) },
  }, async (request, reply) => {
    const item = cases.get(asId<CaseId>(request.params.id));
    return item ? dispatch.recommend(item, clock.now()) : sendRefusal(reply, { code: 'CASE_NOT_FOUND' });
  });
}
