import { evolveRightUse, type RightUse, type RightUseEvent } from '@wangge/shared/appraisal';
import { createObjects } from '../../ledger/objects.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Feature } from '../../platform/feature.ts';
import type { CasesApi } from '../cases/cases.api.ts';
import { appraisalBoard } from './appraisal-board.ts';
import { AppraisalModel, type ModelNeeds } from './appraisal-model.ts';
import { AppraisalReader } from './appraisal-reader.ts';
import { appraisalRoutes } from './appraisal.routes.ts';
import type { OutsideFigures } from './outside-figures.api.ts';
import { periodFigures, type PeriodFigures } from './period-figures.api.ts';
import { rightsRoutes } from './rights.routes.ts';

export interface AppraisalNeeds extends ModelNeeds {
  readonly ledger: Ledger;
  readonly cases: CasesApi;
  /** Indicators whose facts other features keep. */
  readonly outside?: readonly OutsideFigures[];
}

/** 考评: figures and scores from the events of cases, 派驻名册 and 四权. `periods`: its figures for others. */
export function createAppraisal({ ledger, cases, outside = [], ...needs }: AppraisalNeeds): Feature & { readonly periods: PeriodFigures } {
  const model = new AppraisalModel(needs);
  const reader = new AppraisalReader(model, needs.district, outside);
  const uses = createObjects<RightUse, RightUseEvent>(ledger, { kind: 'right-use', evolve: evolveRightUse });
  return {
    periods: periodFigures(reader),
    boards: [appraisalBoard({ model, reader, ...needs })],
    routes(http) {
      appraisalRoutes(http, { reader, cases, ...needs });
      rightsRoutes(http, { uses, reader, ...needs });
    },
  };
}
