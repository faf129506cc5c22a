import { can, isInArea, type Actor } from '@wangge/shared/access';
import { MINUTE_MS } from '@wangge/shared/base';
import { NOTICE_AUTHORS, noticeActions, type Notice, type NoticeRow, type NoticesBoard } from '@wangge/shared/notice';
import type { Clock } from '../../platform/clock.ts';
import type { Board } from '../../platform/feature.ts';
import type { NoticesApi } from './notices.api.ts';

const MOST = 300;

/** What a notice says now: what was written last, else what is public. */
const newestOf = ({ draft, edition }: Notice) => (draft ?? edition)!;

/** Whether somebody at a desk may see it: of their area, and not thrown away. */
export function maySeeNotice(actor: Actor, notice: Notice): boolean {
  return notice.state !== 'discarded' && isInArea(newestOf(notice).content.areaCode, actor.areaCode);
}

function rowOf(notice: Notice, nameOf: (areaCode: string) => string, now: number): NoticeRow {
  const { id, revision, state, draft, edition, withdrawn } = notice;
  const { content: { kind, title, areaCode } } = newestOf(notice);
  return {
    id, revision, state, kind, title, areaName: nameOf(areaCode), editionNo: edition?.no ?? 0, hasDraft: draft !== null,
    isOver: state === 'published' && edition !== null && edition.content.until !== null && edition.content.until <= now,
    at: withdrawn?.at ?? draft?.at ?? edition?.publishedAt ?? 0, by: (withdrawn?.by ?? draft?.by ?? edition?.publishedBy)?.name ?? '',
  };
}

/** 村情通 as the desk sees it. */
export function noticesBoard(notices: NoticesApi, nameOf: (areaCode: string) => string, clock: Clock): Board {
  let changes = 0;
  notices.onChanges(() => void (changes += 1));
  return {
    name: 'notices', access: 'notice.view', version: () => changes + Math.floor(clock.now() / MINUTE_MS),
    read(actor, now): NoticesBoard {
      const seen = [...notices.all()].filter((notice) => maySeeNotice(actor, notice));
      const rows = seen.map((notice) => rowOf(notice, nameOf, now)).sort((a, b) => b.at - a.at);
      return {
        waiting: seen.filter((notice) => noticeActions(notice, actor, now).includes('publish')).length, notices: rows.slice(0, MOST),
        areaCode: actor.areaCode, mayWrite: can(actor.role, 'notice.act') && NOTICE_AUTHORS.some((role) => role === actor.role),
      };
    },
  };
}
