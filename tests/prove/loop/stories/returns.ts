import { filed, handledBy, inHand, onSpot, page, send, sentToCheck } from '../cases.ts';
import { done, refused, same } from '../seen.ts';
import type { Story } from '../story.ts';

/** Cases that come back: bounced, sent to the wrong hand, done badly, void. */
export const RETURN_STORIES: readonly Story[] = [
  {
    name: 'a bounced case: returned citing the item, sent elsewhere, counted on the item',
    from: '2026-09-16T09:00',
    async play(world) {
      const opened = await inHand(world, { typeCode: 'E0301' });
      const squad = await world.as('zf1');
      const wish = { ground: 'beyond-power', reason: '夜间施工由住建办许可', basis: '属地管理事项清单', itemCode: 'SD17' };
      const { refusal } = refused('an item that is in no list', await squad.act(opened.id, 'request-return', { ...wish, itemCode: 'SD99', formPhotos: ['form-1'] }), 'CASE_ITEM_UNKNOWN', 'CL38');
      same('the field', refusal.field, 'itemCode');
      refused('without the sealed form', await squad.act(opened.id, 'request-return', wish), 'APPLICATION_FORM_REQUIRED', 'CL19');
      done('request', await squad.act(opened.id, 'request-return', { ...wish, formPhotos: [world.photo()] }));
      refused('the duty chief', await (await world.as('zhibanzhang')).act(opened.id, 'approve-return', { note: '同意' }), 'APPLICATION_OTHER_APPROVER', 'CL19');
      done('approve', await (await world.as('fenguan')).act(opened.id, 'approve-return', { note: '同意' }));
      await send(world, opened, 'works');
      const { bounces, returnCount, row } = await page(world, opened);
      same('the bounce', bounces.map(({ itemCode, ground, isMisdispatch }) => [itemCode, ground, isMisdispatch]), [['SD17', 'beyond-power', false]]);
      same('counts and state', [returnCount, row.state, bounces[0]?.toDepartmentId], [1, 'handling', row.leadDepartmentId]);
      return 'item SD17 cited, deputy approved, one bounce from enforcement to works';
    },
  },
  {
    name: 'a misdispatch is the room’s fault, told apart from rework',
    from: '2026-09-16T10:00',
    async play(world) {
      const wrong = await inHand(world, { typeCode: 'E0504' });
      done('request', await (await world.as('zf1')).act(wrong.id, 'request-return', { ground: 'misdispatched', reason: '不属本队', basis: '清单' }));
      done('approve', await (await world.as('zhibanzhang')).act(wrong.id, 'approve-return', { note: '确系派错' }));
      await send(world, wrong, 'market1');
      const after = await page(world, wrong);
      same('misdispatch', [after.bounces[0]?.isMisdispatch, after.row.reworkCount], [true, 0]);

      const bad = await inHand(world, { typeCode: 'E0504' });
      await handledBy(world, bad, 'zf1');
      await sentToCheck(world, bad);
      done('fail', await (await world.as('ducha')).act(bad.id, 'report-failed-check', { ...onSpot(world, bad), reason: '摊位又摆出来了' }));
      done('back', await (await world.as('zhibanzhang')).act(bad.id, 'fail-check', { reason: '返工' }));
      const again = await page(world, bad);
      same('rework', [again.bounces.length, again.row.reworkCount, again.row.state], [0, 1, 'handling']);
      return 'one counts a misdispatch and no rework, the other a rework and no misdispatch';
    },
  },
  {
    name: 'void asked and approved stays in the books',
    from: '2026-09-16T11:00',
    async play(world) {
      const opened = await filed(world, { typeCode: 'E0504' });
      done('ask', await (await world.as('shouli')).act(opened.id, 'request-void', { reason: '重复登记的测试件' }));
      refused('the one who asked', await (await world.as('shouli')).act(opened.id, 'approve-void', { note: '同意' }), 'ACTION_FORBIDDEN');
      done('approve', await (await world.as('zhibanzhang')).act(opened.id, 'approve-void', { note: '属实' }));
      const { row, timeline } = await page(world, opened);
      same('state', row.state, 'voided');
      same('record', timeline.slice(-2).map(({ event }) => event), ['void-requested', 'voided']);
      return 'still on its page with who asked, who approved and why';
    },
  },
  {
    name: 'a return that is turned down',
    from: '2026-09-16T14:10',
    async play(world) {
      const opened = await inHand(world, { typeCode: 'E0504' });
      done('request', await (await world.as('zf1')).act(opened.id, 'request-return', { ground: 'misdispatched', reason: '不属本队', basis: '清单' }));
      done('turn down', await (await world.as('zhibanzhang')).act(opened.id, 'reject-return', { note: '清单写明由你队办理' }));
      const { row, bounces } = await page(world, opened);
      same('state and bounces', [row.state, bounces.length], ['handling', 0]);
      return 'the case stays with the squad and counts no bounce';
    },
  },
];
