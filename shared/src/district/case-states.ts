/** States of a case. */
export const CASE_STATES = [
  'self-handled',
  'reported',
  'verifying-report',
  'accepted',
  'filed',
  'county-called',
  'dispatched',
  'handling',
  'return-requested',
  'extension-requested',
  'suspension-requested',
  'suspended',
  'handled',
  'checking',
  'checked',
  'closed',
  'evaluated',
  'archived',
  'void-requested',
  'voided',
  'refused',
  'merged',
  'invalid',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** What each state is called. */
export const CASE_STATE_NAMES: Readonly<Record<CaseState, string>> = {
  'self-handled': '自处置待审', reported: '待受理', 'verifying-report': '待核实', accepted: '待立案', filed: '待派遣',
  'county-called': '县级待响应', dispatched: '待签收', handling: '处置中', 'return-requested': '回退审批中', 'extension-requested': '延期审批中',
  'suspension-requested': '挂账审批中', suspended: '挂账中', handled: '待核查', checking: '核查中', checked: '待结案', closed: '已结案',
  evaluated: '已评价', archived: '已归档', 'void-requested': '作废审批中', voided: '作废', refused: '不予受理', merged: '已并案', invalid: '无效',
};

const ENDED: ReadonlySet<CaseState> = new Set(['closed', 'evaluated', 'archived', 'voided', 'refused', 'merged', 'invalid']);
const CLOSED: ReadonlySet<CaseState> = new Set(['closed', 'evaluated', 'archived']);

/** 在办: somebody still owes an action. */
export function isOpenState(state: CaseState): boolean {
  return !ENDED.has(state);
}

/** 已结案 in any later form. */
export function isClosedState(state: CaseState): boolean {
  return CLOSED.has(state);
}
