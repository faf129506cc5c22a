import type { Actor, ActorRole } from '@wangge/shared/access';
import { DAY_MS, HOUR_MS } from '@wangge/shared/base';
import type { NoticeContent, NoticePayload } from '@wangge/shared/notice';
import type { DistrictApi } from '../../features/district/district.api.ts';
import type { NoticesApi } from '../../features/notices/notices.api.ts';
import { NOTICES, type NoticeStory } from './notice-stories.ts';

/** Gives the demo's first township something to read (示意), once: notices, guides and entries of village ledgers, one withdrawn, one put right, one waiting. */
export async function seedNotices({ notices, district }: { readonly notices: NoticesApi; readonly district: DistrictApi }, now: number): Promise<void> {
  const { towns, villages, people } = district.current();
  const town = towns[0];
  if (!town || !notices.all().next().done) return;
  const own = villages.filter(({ code }) => code.startsWith(town.code));
  const actor = (role: ActorRole): Actor => {
    const person = people.find((one) => one.roles.some((held) => held === role) && one.areaCode.startsWith(town.code));
    return { id: person?.id ?? `demo-${role}`, name: person?.name ?? '示意', role, unitId: null, parentUnitId: null, areaCode: town.code };
  };
  const [writer, chief] = [actor('intake'), actor('duty-chief')];

  async function tell({ place, daysAgo, change, withdrawnFor, isWaiting, ...said }: NoticeStory, key: string): Promise<void> {
    const content: NoticeContent = { openingFen: 0, lines: [], photos: [], from: null, until: null, ...said, areaCode: place === null ? town!.code : own[place % own.length]!.code };
    const at = now - daysAgo * DAY_MS;
    const drafted = await notices.draft({ content, arePhonesMeant: true }, writer, at, `demo-notice-${key}`);
    if (!drafted.ok) throw new Error(`the demo's notice ${said.title}: ${drafted.error.code}`);
    const { id } = drafted.value;
    let steps = 0;
    const act = async (action: string, by: Actor, payload: NoticePayload = {}): Promise<void> => {
      steps += 1;
      const done = await notices.command(id, { action, expectedRevision: steps, actor: by, payload }, at + steps * HOUR_MS, `demo-notice-${key}-${steps}`);
      if (!done.ok) throw new Error(`the demo's notice ${said.title}: ${action} ${done.error.code}`);
    };
    if (isWaiting) return;
    await act('publish', chief);
    if (change) {
      await act('write', writer, { content: { ...content, text: change }, arePhonesMeant: true });
      await act('publish', chief);
    }
    if (withdrawnFor) await act('withdraw', chief, { reason: withdrawnFor });
  }

  for (const [i, story] of NOTICES.entries()) await tell(story, String(i));
}
