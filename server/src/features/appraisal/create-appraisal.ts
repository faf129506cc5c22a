import { evolveRightUse, type AppraisalBook, type RightUse, type RightUseEvent } from '@wangge/shared/appraisal';
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

/** 考评, and what others may ask of it: its figures and facts, to begin with facts of others, and to count a part of what it was told; `settle` answers whether that was all. */
export interface Appraisal extends Feature {
  readonly periods: PeriodFigures;
  readonly facts: Pick<AppraisalBook, 'get' | 'hold'>;
  settle(now: number, most: number): boolean;
}

/** 考评: figures and scores from the events of cases, 派驻名册 and 四权. */
export function createAppraisal({ ledger, cases, outside = [], ...needs }: AppraisalNeeds): Appraisal {
  const model = new AppraisalModel(needs);
  const reader = new AppraisalReader(model, needs.district, outside);
  const uses = createObjects<RightUse, RightUseEvent>(ledger, { kind: 'right-use', evolve: evolveRightUse });
  return {
    periods: periodFigures(reader),
    facts: model.book,
    settle: (now, most) => model.book.advance(now, most),
    boards: [appraisalBoard({ model, reader, ...needs })],
    routes(http) {
      appraisalRoutes(http, { reader, cases, ...needs });
      rightsRoutes(http, { uses, reader, ...needs });
    },
  };
}
