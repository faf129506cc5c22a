/**
 * The one catalogue of refusals: code → what the person reads, HTTP status, and the family that says who must act.
 * `refused`: the person can mend it. `conflict`: somebody was faster. `fault`: we must act. Codes are stable for ever.
 */
export const REFUSALS = {
  BODY_MALFORMED: { family: 'refused', status: 400, zh: '请求内容不是合法的 JSON' },
  BODY_TOO_LARGE: { family: 'refused', status: 413, zh: '请求内容过大' },
  FIELD_INVALID: { family: 'refused', status: 400, zh: '字段不合要求' },
  FIELD_UNKNOWN: { family: 'refused', status: 400, zh: '有不认识的字段' },
  NOT_FOUND: { family: 'refused', status: 404, zh: '没有这个地址或对象' },
  RATE_LIMITED: { family: 'refused', status: 429, zh: '请求过于频繁，请稍后再试' },
  NOT_SIGNED_IN: { family: 'refused', status: 401, zh: '请先登录' },
  SIGN_IN_FAILED: { family: 'refused', status: 401, zh: '账号或密码不对' },
  ACCOUNT_LOCKED: { family: 'refused', status: 423, zh: '多次输错，账号已锁定' },
  ACTION_FORBIDDEN: { family: 'refused', status: 403, zh: '当前角色没有这项权限' },
  ORIGIN_FORBIDDEN: { family: 'refused', status: 403, zh: '请求来源不被允许' },
  API_KEY_INVALID: { family: 'refused', status: 401, zh: '渠道密钥无效' },
  IDEMPOTENCY_KEY_MISSING: { family: 'refused', status: 400, zh: '缺少 Idempotency-Key 请求头' },
  IDEMPOTENCY_KEY_REUSED: { family: 'conflict', status: 409, zh: '同一 Idempotency-Key 已用于另一份内容' },
  OBJECT_NOT_FOUND: { family: 'refused', status: 404, zh: '没有这个对象' },
  OBJECT_REVISION_CONFLICT: { family: 'conflict', status: 409, zh: '刚被他人更新，请看最新情况再操作' },
  OBJECT_ACTION_NOT_IN_STATE: { family: 'refused', status: 409, zh: '当前环节不能做这个操作' },
  OBJECT_FIELD_REQUIRED: { family: 'refused', status: 422, zh: '缺少必填内容' },
  OVERSIGHT_NOT_ADDRESSED: { family: 'refused', status: 403, zh: '这份督办单不是发给你单位的' },
  OVERSIGHT_NO_REPLY_OWED: { family: 'refused', status: 409, zh: '催办不需要书面回复，办理案件即可' },
  OVERSIGHT_NOT_SIGNER: { family: 'refused', status: 403, zh: '只有签发人或其上级可以这样做' },
  OVERSIGHT_RUNG_NOT_YOURS: { family: 'refused', status: 403, zh: '当前角色不能签发这一级督办' },
  OVERSIGHT_RUNG_OPEN: { family: 'conflict', status: 409, zh: '本案已有一份同级督办未销号' },
  OVERSIGHT_CASE_ENDED: { family: 'refused', status: 409, zh: '案件已不在办，不能再督办' },
  CASE_NOT_FOUND: { family: 'refused', status: 404, zh: '没有这个案件' },
  CASE_REVISION_CONFLICT: { family: 'conflict', status: 409, zh: '案件刚被他人更新，请看最新情况再操作' },
  CASE_ACTION_NOT_IN_STATE: { family: 'refused', status: 409, zh: '案件当前环节不能做这个操作' },
  CASE_FIELD_REQUIRED: { family: 'refused', status: 422, zh: '缺少必填内容' },
  CASE_TYPE_UNKNOWN: { family: 'refused', status: 422, zh: '没有这个案件类型' },
  CASE_OUTSIDE_DISTRICT: { family: 'refused', status: 422, zh: '位置不在本辖区内' },
  CASE_SEPARATION_OF_DUTIES: { family: 'refused', status: 403, zh: '处置过本案的人或单位不能核查、结案' },
  CASE_NOT_YOUR_UNIT: { family: 'refused', status: 403, zh: '本案不在你单位名下' },
  CASE_SUSPEND_NOT_ALLOWED: { family: 'refused', status: 422, zh: '这类案件不能挂账' },
  CASE_EXTENSION_NOT_ALLOWED: { family: 'refused', status: 422, zh: '这类案件不能再延期' },
  CASE_DUE_NOT_LATER: { family: 'refused', status: 422, zh: '新期限必须晚于原期限' },
  CASE_SUPPORTS_OPEN: { family: 'refused', status: 409, zh: '还有协办或一件事环节没有办结' },
  CASE_NOT_SERIOUS: { family: 'refused', status: 422, zh: '只有较大事件才召开联席会议' },
  SUPPORT_NOT_YOURS: { family: 'refused', status: 403, zh: '这项协办不是你单位的' },
  SUPPORT_NOT_LEAD: { family: 'refused', status: 403, zh: '只有主办单位可以这样做' },
  STEP_NOT_OPEN: { family: 'refused', status: 409, zh: '这个环节现在不在办' },
  STEP_NOT_YOURS: { family: 'refused', status: 403, zh: '这个环节由别的单位办理' },
  STEP_NEEDS_SCAN: { family: 'refused', status: 422, zh: '这个环节须到现场扫码办理' },
  STEP_NEEDS_PHOTOS: { family: 'refused', status: 422, zh: '照片张数不够' },
  STEP_FORM_INVALID: { family: 'refused', status: 422, zh: '表单没有填对' },
  STEP_CHECK_FAILED: { family: 'refused', status: 422, zh: '有查验项不合格，只能记为整改' },
  SITE_TOO_FAR: { family: 'refused', status: 422, zh: '离工地太远，扫码不算到场' },
  MATTER_UNKNOWN: { family: 'refused', status: 422, zh: '没有这个一件事模板' },
  MATTER_NOT_FOR_CASE: { family: 'refused', status: 422, zh: '这类案件不能转为这件事' },
  MATTER_ALREADY_RUNNING: { family: 'refused', status: 409, zh: '这件事已经在办' },
  ORDER_UNDO_EXPIRED: { family: 'refused', status: 409, zh: '已过 10 秒，不能撤销，请改派' },
  ORDER_TOO_FAR: { family: 'refused', status: 422, zh: '离案件地点太远，还不能记到场' },
  TEAM_UNKNOWN: { family: 'refused', status: 422, zh: '没有这支队伍' },
  DEPARTMENT_UNKNOWN: { family: 'refused', status: 422, zh: '没有这个部门' },
  CASE_THROUGH_CALL: { family: 'refused', status: 409, zh: '这一步随乡呼县应的呼叫进行，请在呼叫单上操作' },
  CALL_NOT_YOURS: { family: 'refused', status: 403, zh: '这份呼叫不归你或你的单位办理' },
  CALL_NEEDS_PRINCIPAL: { family: 'refused', status: 403, zh: '向县级呼叫须由乡镇主要负责人签发' },
  CALL_RUNNING_ALREADY: { family: 'refused', status: 409, zh: '本案已有一份未办结的呼叫' },
  CALL_ITEM_MISSING: { family: 'refused', status: 422, zh: '向县级呼叫须写明清单事项编号' },
  CALL_ITEM_UNKNOWN: { family: 'refused', status: 422, zh: '现行清单里没有这个事项编号' },
  CALL_WITHIN_OWN_POWER: { family: 'refused', status: 422, zh: '清单规定由乡镇承担主体责任，不应呼叫，请自行处置' },
  CALL_NOTHING_TRIED: { family: 'refused', status: 422, zh: '还没有先行处置记录，不应呼叫' },
  CALL_STATIONED_NOT_TRIED: { family: 'refused', status: 422, zh: '派驻机构尚未协调处置，不应呼叫，请先交派驻机构' },
  CALL_SOLVED_ALREADY: { family: 'refused', status: 422, zh: '先行处置已经解决，不应呼叫' },
  CALL_NOT_AN_EMERGENCY: { family: 'refused', status: 422, zh: '应急呼叫限紧急、特急案件，且不能按日常等级呼叫' },
  CALL_TIER_SKIPPED: { family: 'refused', status: 422, zh: '纠纷须逐级化解，下一级还没有调解不成的记录' },
  CALL_UNIT_MISSING: { family: 'refused', status: 422, zh: '还没有指明由哪个部门响应' },
  CALL_UNIT_OF_OTHER_TIER: { family: 'refused', status: 422, zh: '所选部门不属于被呼叫的层级' },
  CALL_RETURNED_BEFORE: { family: 'refused', status: 409, zh: '这份呼叫已退回过一次，不能再退' },
  CALL_SUPPORT_OPEN: { family: 'refused', status: 422, zh: '协办单位尚未完成（协办为必办），不能办结' },
  CALL_NOT_MEDIATED: { family: 'refused', status: 422, zh: '纠纷须先有调解记录，且与办结结果一致' },
  CALL_CASE_WAITS: { family: 'refused', status: 409, zh: '案件正在等审批或挂账中，呼叫暂不能办结' },
  COORDINATE_INVALID: { family: 'refused', status: 422, zh: '坐标不可能存在' },
  DATUM_UNKNOWN: { family: 'refused', status: 422, zh: '坐标系不认识' },
  ATTACHMENT_TYPE_REFUSED: { family: 'refused', status: 415, zh: '只收 JPEG、PNG、WebP 图片' },
  POSITION_REFUSED: { family: 'refused', status: 422, zh: '定位不可用' },
  PROTOCOL_TOO_OLD: { family: 'refused', status: 426, zh: '页面版本过旧，请刷新' },
  LIST_UNKNOWN: { family: 'refused', status: 404, zh: '没有这张清单或这个版本' },
  LIST_REFUSED: { family: 'refused', status: 422, zh: '清单有问题，整张没有收下' },
  STORE_UNAVAILABLE: { family: 'fault', status: 503, zh: '数据暂时写不进去，请稍后再试' },
  INTERNAL_FAULT: { family: 'fault', status: 500, zh: '系统出错，已记录' },
} as const satisfies Record<string, { family: 'refused' | 'conflict' | 'fault'; status: number; zh: string }>;

export type RefusalCode = keyof typeof REFUSALS;

/**
 * A coded no: `field` names what to mend, `detail` carries short facts for the person (never internals), `rule` the number of
 * the rule in SPEC.md that forbids it, `instead` the actions that are open to this person now.
 */
export interface Refusal {
  readonly code: RefusalCode;
  readonly field?: string;
  readonly detail?: string;
  readonly rule?: string;
  readonly instead?: readonly string[];
}
