import { randomUUID } from 'node:crypto';
import type { CallDetail } from '@wangge/shared/call';
import { onCall } from '../calls.ts';
import { HOUR, filed, inHand, page, type Opened } from '../cases.ts';
import { done, refused, same } from '../seen.ts';
import type { Story } from '../story.ts';
import type { World } from '../world.ts';

const CITY = 'dept-county-city-management';

/** A township's draft to the county's city management, with what the stationed body tried. */
async function drafted(world: World, opened: Opened, more: object = {}): Promise<CallDetail> {
  const tried = { unitId: 'dept-market', at: world.clock.now() - HOUR, how: 'handled', isSolved: false, words: '到场劝导无效' };
  const draft = { ground: 'beyond-power', urgency: 'routine', itemNo: 'SD16', study: '处罚权在县', toUnitId: CITY, attempts: [tried], ...more };
  return done('draft', await (await world.as('zhibanzhang')).post<CallDetail>('/calls', { caseId: opened.id, commandId: randomUUID(), draft }));
}

/** 乡呼县应: the two grounds to call, the two grounds not to, and what the county does. */
export const CALL_STORIES: readonly Story[] = [
  {
    name: 'a call from draft to rating, and the case follows',
    from: '2026-09-28T09:00',
    async play(world) {
      const opened = await filed(world, { typeCode: 'E0508', description: '餐饮油烟扰民' });
      const draft = await drafted(world, opened);
      refused('signed by the duty chief', await onCall(world, 'zhibanzhang', draft, 'sign'), 'ACTION_FORBIDDEN');
      const called = done('sign', await onCall(world, 'zhihuizhang', draft, 'sign'));
      const answered = done('answer', await onCall(world, 'xianju', called, 'answer', { handlerName: '李工' }));
      const planned = done('plan', await onCall(world, 'xianju', answered, 'give-plan', { plan: '三日内检测' }));
      const finished = done('finish', await onCall(world, 'xianju', planned, 'finish', { words: '已装净化器', isSolved: true }));
      same('the case', (await page(world, opened)).row.state, 'handled');
      const rated = done('rate', await onCall(world, 'zhibanzhang', finished, 'rate', { satisfaction: 5, isSolved: true, words: '满意' }));
      return `${rated.call.no}: ${rated.timeline.map(({ event }) => event).join(' → ')}`;
    },
  },
  {
    name: 'a call the county rightly returns, with the item it cites',
    from: '2026-09-28T10:00',
    async play(world) {
      const opened = await filed(world, { typeCode: 'E0508' });
      const called = done('sign', await onCall(world, 'zhihuizhang', await drafted(world, opened), 'sign'));
      refused('without an item', await onCall(world, 'xianzhongxin', called, 'return', { reason: '由乡镇办理' }), 'OBJECT_FIELD_REQUIRED');
      refused('an item that is in no list', await onCall(world, 'xianzhongxin', called, 'return', { reason: '由乡镇办理', itemNo: 'SD999' }), 'CALL_ITEM_UNKNOWN', 'CC11');
      const back = done('return', await onCall(world, 'xianzhongxin', called, 'return', { reason: '由乡镇查处', itemNo: 'SD02' }));
      same('states', [back.call.state, (await page(world, opened)).row.state], ['returned', 'filed']);
      return 'only with an item in force; the case is the room’s again';
    },
  },
  {
    name: 'a call refused because the township itself owns the matter',
    from: '2026-09-28T10:30',
    async play(world) {
      const opened = await filed(world, { typeCode: 'E0101', level: 'serious' });
      const draft = await drafted(world, opened, { itemNo: 'SD02' });
      const { refusal } = refused('sign', await onCall(world, 'zhihuizhang', draft, 'sign'), 'CALL_WITHIN_OWN_POWER', 'CC4');
      same('instead', refusal.instead, ['dispatch', 'assign-department']);
      return 'refused by CC4: dispatch or assign a department instead';
    },
  },
  {
    name: 'a call refused because nothing was tried',
    from: '2026-09-28T11:00',
    async play(world) {
      const draft = await drafted(world, await filed(world, { typeCode: 'E0508' }), { attempts: [] });
      refused('sign', await onCall(world, 'zhihuizhang', draft, 'sign'), 'CALL_NOTHING_TRIED', 'CC5');
      return 'refused by CC5';
    },
  },
  {
    name: 'an emergency call needs nothing tried, and none is made of an ordinary case',
    from: '2026-09-28T11:30',
    async play(world) {
      const urgent = { ground: 'emergency', urgency: 'emergency', attempts: [], itemNo: 'SD21' };
      const dam = await filed(world, { typeCode: 'Y005', level: 'major', description: '坝脚渗水' });
      const begun = world.clock.now();
      const called = done('sign', await onCall(world, 'zhihuizhang', await drafted(world, dam, urgent), 'sign'));
      same('respond within half an hour', (called.call.clocks?.respond.dueAt ?? 0) - begun, HOUR / 2);
      const smoke = await drafted(world, await filed(world, { typeCode: 'E0508' }), { ...urgent, itemNo: 'SD16' });
      refused('an ordinary case', await onCall(world, 'zhihuizhang', smoke, 'sign'), 'CALL_NOT_AN_EMERGENCY', 'CC6');
      return 'the dam: 30 minutes to respond; the smoke: refused by CC6';
    },
  },
  {
    name: 'the case itself takes no step of a call',
    from: '2026-09-28T14:10',
    async play(world) {
      const { id } = await inHand(world, { typeCode: 'E0508' });
      const { refusal } = refused('call-county', await (await world.as('zhibanzhang')).act(id, 'call-county', { departmentId: CITY, reason: '难', basis: 'SD16' }), 'CASE_THROUGH_CALL', 'CC9');
      same('instead', refusal.instead, ['call']);
      return 'refused by CC9: call instead';
    },
  },
];
