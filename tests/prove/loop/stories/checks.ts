import { DAY, HOUR, TOWN, checkedAndClosed, handledBy, inHand, onSpot, page, sentToCheck } from '../cases.ts';
import { done, refused, same } from '../seen.ts';
import type { Story } from '../story.ts';

/** Looking whether it was done: by other hands, on the spot, and again when it was not. */
export const CHECK_STORIES: readonly Story[] = [
  {
    name: 'a check from too far and one with a stale fix',
    from: '2026-09-18T10:00',
    async play(world) {
      const opened = await inHand(world, { typeCode: 'E0507' });
      await handledBy(world, opened, 'zf1');
      await sentToCheck(world, opened);
      const inspector = await world.as('ducha');
      const given = onSpot(world, opened);
      const [lng, lat] = opened.place.lngLat;
      refused('from too far', await inspector.act(opened.id, 'pass-check', { ...given, lngLat: [lng + 0.002, lat] }), 'CASE_CHECK_TOO_FAR', 'CL16');
      refused('with a stale fix', await inspector.act(opened.id, 'pass-check', { ...given, fixAt: world.clock.now() - HOUR }), 'CASE_FIX_TOO_OLD', 'CL16');
      refused('without a photo', await inspector.act(opened.id, 'pass-check', { ...given, photos: [] }), 'CASE_FIELD_REQUIRED');
      same('passed on the spot', done('pass', await inspector.act(opened.id, 'pass-check', given)).case.row.state, 'checked');
      return '190 m away and an hour old refused by CL16, on the spot it passed';
    },
  },
  {
    name: 'a failed check goes back once more and passes at last',
    from: '2026-09-18T11:00',
    async play(world) {
      const opened = await inHand(world, { typeCode: 'E0507' });
      await handledBy(world, opened, 'zf1');
      await sentToCheck(world, opened);
      refused('back without what was seen', await (await world.as('zhibanzhang')).act(opened.id, 'fail-check', { reason: '返工' }), 'CASE_EVIDENCE_REQUIRED', 'CL17');
      done('seen', await (await world.as('ducha')).act(opened.id, 'report-failed-check', { ...onSpot(world, opened), reason: '未清完' }));
      done('back', await (await world.as('zhibanzhang')).act(opened.id, 'fail-check', { reason: '返工' }));
      await handledBy(world, opened, 'zf1');
      const closed = await checkedAndClosed(world, opened);
      same('state and rework', [closed.row.state, closed.row.reworkCount], ['closed', 1]);
      return 'one rework, then closed';
    },
  },
  {
    name: 'an arrival far from the place is none',
    from: '2026-09-18T14:30',
    async play(world) {
      const { id, place: { lngLat: [lng, lat] } } = await inHand(world, { typeCode: 'E0507' });
      refused('arrive', await (await world.as('zf1')).act(id, 'arrive', { lngLat: [lng + 0.01, lat] }), 'ORDER_TOO_FAR', 'CL7');
      return 'refused by CL7';
    },
  },
  {
    name: 'opened again within 15 days as round 2, refused on day 16',
    from: '2026-12-01T09:00',
    async play(world) {
      const chief = await world.as('zhibanzhang');
      const make = async () => {
        const opened = await inHand(world, { typeCode: 'E0507' });
        await handledBy(world, opened, 'zf1');
        await checkedAndClosed(world, opened);
        return opened;
      };
      const [first, second] = [await make(), await make()];
      await world.by(14 * DAY);
      same('round 2', done('reopen', await chief.act(first.id, 'reopen', { reason: '群众反映又堆上了' })).case.rounds.length, 1);
      await world.by(2 * DAY);
      refused('day 16', await chief.act(second.id, 'reopen', { reason: '又堆上了' }), 'CASE_REOPEN_EXPIRED', 'CL27');
      const { row, rounds } = await page(world, first);
      same('linked', [row.state, rounds[0]?.number, rounds[0]?.reopenedFor], ['filed', 1, '群众反映又堆上了']);
      return 'round 1 kept in the case with its closing; day 16 refused by CL27';
    },
  },
  {
    name: 'self-handled: photos before and after, audited where drawn, closed by another hand',
    from: '2026-09-18T14:45',
    async play(world) {
      const worker = await world.as('wangge');
      const { lngLat: [lng, lat] } = world.place(worker.self.gridCode ?? TOWN);
      const body = { typeCode: 'E0106', description: '清理绿地垃圾', lng, lat, isSelfHandled: true };
      refused('without the photos', await worker.post('/cases', body), 'CASE_FIELD_REQUIRED', 'CL29');
      const chief = await world.as('zhibanzhang');
      let sampled = 0;
      for (let i = 0; i < 12; i += 1) {
        const { id } = done('report', await worker.post<{ id: string }>('/cases', { ...body, photos: [world.photo()], afterPhotos: [world.photo()] }));
        const { isAuditSample } = await chief.seeCase(id);
        if (isAuditSample) {
          sampled += 1;
          refused('approved without an opinion', await chief.act(id, 'approve-self-handled'), 'CASE_AUDIT_REQUIRED', 'CL29');
        }
        same('closed', done('approve', await chief.act(id, 'approve-self-handled', { note: '已看前后照片' })).case.row.state, 'closed');
      }
      return `12 closed, ${sampled} of them drawn for audit and looked into one by one`;
    },
  },
];
