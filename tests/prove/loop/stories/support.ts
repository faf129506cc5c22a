import type { SupportView } from '@wangge/shared/joint';
import { DAY, checkedAndClosed, filed, handledBy, onSpot, page, send, sentToCheck, type Opened } from '../cases.ts';
import { done, refused, same } from '../seen.ts';
import type { Story } from '../story.ts';
import type { World } from '../world.ts';

async function taskOf(world: World, account: string, { id }: Opened, departmentId: string): Promise<SupportView> {
  const { supports } = await (await world.as(account)).read<{ supports: SupportView[] }>(`/supports?caseId=${id}`);
  const found = supports.find(({ task }) => task.departmentId === departmentId);
  if (!found) throw new Error(`no task of ${departmentId} on ${id}`);
  return found;
}

async function onTask(world: World, account: string, view: SupportView, action: string, payload: object = {}): Promise<SupportView> {
  return done(action, await (await world.as(account)).command<SupportView>(`/supports/${view.task.id}`, action, view.task.revision, payload));
}

async function supported(world: World, opened: Opened, account: string, departmentId: string, note: string): Promise<void> {
  const signed = await onTask(world, account, await taskOf(world, account, opened, departmentId), 'sign');
  const fed = await onTask(world, account, signed, 'feed-back', { note, photos: [world.photo()] });
  await onTask(world, 'paiqian', fed, 'accept');
}

/** 联合处置: one lead, several supporters. */
export const SUPPORT_STORIES: readonly Story[] = [
  {
    name: 'the reservoir seepage with the grave to be moved first: joint, in two days',
    from: '2026-09-22T14:10',
    async play(world) {
      const opened = await filed(world, { typeCode: 'Y005', level: 'major', description: '水库坝体渗漏，抢险处有一座坟须先迁' });
      const begun = world.clock.now();
      await send(world, opened, 'water', ['dept-civil-affairs', 'dept-emergency', 'dept-service-centre']);
      await world.by(0.5 * DAY);
      await supported(world, opened, 'bianmin', 'dept-service-centre', '与坟主签了迁坟协议，当日迁走');
      await supported(world, opened, 'vanguard', 'dept-emergency', '照明与抽水到位');
      await handledBy(world, opened, 'water');
      await sentToCheck(world, opened);
      refused('passed while civil affairs owes its part', await (await world.as('ducha')).act(opened.id, 'pass-check', onSpot(world, opened)), 'CASE_SUPPORTS_OPEN', 'JH1');
      const open = await taskOf(world, 'water', opened, 'dept-civil-affairs');
      const asked = await onTask(world, 'water', open, 'request-excuse', { reason: '坟已由便民服务中心协调迁走' });
      await onTask(world, 'zhibanzhang', asked, 'grant-excuse');
      await world.by(DAY);
      done('pass', await (await world.as('ducha')).act(opened.id, 'pass-check', onSpot(world, opened)));
      const closed = done('close', await (await world.as('zhibanzhang')).act(opened.id, 'close')).case;
      same('on time', [closed.row.state, closed.row.closedOnTime], ['closed', true]);
      return `grave moved first by support, one supporter excused, closed after ${((world.clock.now() - begun) / DAY).toFixed(1)} of 2 days`;
    },
  },
  {
    name: 'a support task not done blocks closing, an excused one does not',
    from: '2026-09-25T09:00',
    async play(world) {
      const opened = await filed(world, { typeCode: 'E0507' });
      await send(world, opened, 'zf1', ['dept-market']);
      await handledBy(world, opened, 'zf1');
      await sentToCheck(world, opened);
      const { refusal } = refused('pass', await (await world.as('ducha')).act(opened.id, 'pass-check', onSpot(world, opened)), 'CASE_SUPPORTS_OPEN', 'JH1');
      same('who owes it', refusal.detail, '市场监管所');
      const asked = await onTask(world, 'zf1', await taskOf(world, 'zf1', opened, 'dept-market'), 'request-excuse', { reason: '现场已无经营' });
      await onTask(world, 'zhibanzhang', asked, 'grant-excuse');
      done('pass', await (await world.as('ducha')).act(opened.id, 'pass-check', onSpot(world, opened)));
      same('closed', done('close', await (await world.as('zhibanzhang')).act(opened.id, 'close')).case.row.state, 'closed');
      return 'refused by JH1 naming 市场监管所, closed once it was excused';
    },
  },
  {
    name: 'support is fed back, sent back and accepted by the lead',
    from: '2026-09-25T10:00',
    async play(world) {
      const opened = await filed(world, { typeCode: 'E0507' });
      await send(world, opened, 'zf1', ['dept-market']);
      const signed = await onTask(world, 'shijian', await taskOf(world, 'shijian', opened, 'dept-market'), 'sign');
      const fed = await onTask(world, 'shijian', signed, 'feed-back', { note: '已查' });
      refused('the supporter accepts its own', await (await world.as('shijian')).command(`/supports/${fed.task.id}`, 'accept', fed.task.revision), 'SUPPORT_NOT_LEAD', 'JH4');
      const back = await onTask(world, 'zf1', fed, 'send-back', { reason: '没有照片' });
      const again = await onTask(world, 'shijian', back, 'feed-back', { note: '附照片', photos: [world.photo()] });
      same('state', (await onTask(world, 'zf1', again, 'accept')).task.state, 'accepted');
      await handledBy(world, opened, 'zf1');
      same('closed', (await checkedAndClosed(world, opened)).row.state, 'closed');
      return `accepted by the lead after one sending back; ${(await page(world, opened)).supportDepartmentIds.length} supporter`;
    },
  },
];
