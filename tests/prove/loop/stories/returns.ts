import { filed, handledBy, inHand, onSpot, page, send, sentToCheck, teamId } from '../cases.ts';
import { done, refused, same } from '../seen.ts';
import type { Story } from '../story.ts';
import type { World } from '../world.ts';

interface Bounced { readonly itemNo: string | null; readonly itemName: string | null; readonly from: string; readonly to: string | null; readonly returns: number; readonly redirects: number }

/** How often cases of an item went from one department to another, as the list's keeper is shown it. */
async function bouncesOf(world: World, itemNo: string): Promise<readonly Bounced[]> {
  const { bounces } = await (await world.as('zhibanzhang')).read<{ bounces: Bounced[] }>('/routing/bounces');
  const { board } = await (await world.as('zhibanzhang')).read<{ board: { bounces: Bounced[] } }>('/boards/routing');
  same('door and board say the same', board.bounces, bounces);
  return bounces.filter((one) => one.itemNo === itemNo);
}

/** Cases that come back: bounced, sent to the wrong hand, done badly, void. */
export const RETURN_STORIES: readonly Story[] = [
  {
    name: 'a bounced case: returned citing the item, sent elsewhere, counted on the item',
    from: '2026-09-16T09:00',
    async play(world) {
      const before = await bouncesOf(world, 'SD17');
      const opened = await inHand(world, { typeCode: 'E0301' });
      const squad = await world.as('zf1');
      const wish = { ground: 'beyond-power', reason: '夜间施工由住建办许可', basis: '属地管理事项清单', itemCode: 'SD17' };
      const { refusal } = refused('an item that is in no list', await squad.act(opened.id, 'request-return', { ...wish, itemCode: 'SD99', formPhotos: [world.photo()] }), 'CASE_ITEM_UNKNOWN', 'CL38');
      same('the field', refusal.field, 'itemCode');
      refused('without the sealed form', await squad.act(opened.id, 'request-return', wish), 'APPLICATION_FORM_REQUIRED', 'CL19');
      done('request', await squad.act(opened.id, 'request-return', { ...wish, formPhotos: [world.photo()] }));
      refused('the duty chief', await (await world.as('zhibanzhang')).act(opened.id, 'approve-return', { note: '同意' }), 'APPLICATION_OTHER_APPROVER', 'CL19');
      done('approve', await (await world.as('fenguan')).act(opened.id, 'approve-return', { note: '同意' }));
      await send(world, opened, 'works');
      const { bounces, returnCount, row } = await page(world, opened);
      same('the bounce', bounces.map(({ itemCode, ground, isMisdispatch }) => [itemCode, ground, isMisdispatch]), [['SD17', 'beyond-power', false]]);
      same('counts and state', [returnCount, row.state, bounces[0]?.toDepartmentId], [1, 'handling', row.leadDepartmentId]);
      same('counted on the item, by who had it and who has it now', [before, await bouncesOf(world, 'SD17')],
        [[], [{ itemNo: 'SD17', itemName: '施工与社会生活噪声', from: '综合执法队', to: '市政养护所', returns: 1, redirects: 0 }]]);
      done('sent elsewhere by the room itself', await (await world.as('paiqian')).act(opened.id, 'redirect', { teamId: await teamId(world, 'zf1'), basis: '属地管理事项清单', itemCode: 'SD17' }));
      same('and back', (await bouncesOf(world, 'SD17')).map(({ from, to, returns, redirects }) => [from, to, returns, redirects]).sort(), [['市政养护所', '综合执法队', 0, 1], ['综合执法队', '市政养护所', 1, 0]].sort());
      return 'item SD17 cited, deputy approved, one return and one redirect counted on SD17';
    },
  },
  {
    name: 'a misdispatch is the room’s fault, told apart from rework',
    from: '2026-09-16T10:00',
    async play(world) {
      const wrong = await inHand(world, { typeCode: 'E0504' });
      done('request', await (await world.as('zf1')).act(wrong.id, 'request-return', { ground: 'misdispatched', reason: '不属本队', basis: '清单', itemCode: 'SD41' }));
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
      done('request', await (await world.as('zf1')).act(opened.id, 'request-return', { ground: 'misdispatched', reason: '不属本队', basis: '清单', itemCode: 'SD41' }));
      done('turn down', await (await world.as('zhibanzhang')).act(opened.id, 'reject-return', { note: '清单写明由你队办理' }));
      const { row, bounces } = await page(world, opened);
      same('state and bounces', [row.state, bounces.length], ['handling', 0]);
      return 'the case stays with the squad and counts no bounce';
    },
  },
];
