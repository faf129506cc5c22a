import type { Case } from '@wangge/shared/case';
import { lampAt } from '@wangge/shared/calendar';
import { CASE_STATE_NAMES, isOpenState } from '@wangge/shared/district';
import type { FrozenCase } from '@wangge/shared/briefing';
import { maskAddress, maskName, maskPhone, maskText } from '../../cases/mask.api.ts';
import type { DistrictApi } from '../../district/district.api.ts';

/** One case as a briefing keeps it. `isOpen`: personal data in the clear; a secret reporter stays masked even then. */
export function freezeCase(item: Case, district: DistrictApi, isOpen: boolean, now: number): FrozenCase {
  const { name, phone, isSecret } = item.reporter;
  const isClear = isOpen && !isSecret;
  const isRunning = isOpenState(item.state);
  const text = isClear ? (value: string) => value : maskText;
  return {
    id: item.id, no: item.no, matter: item.matter, place: district.current().villages.find(({ code }) => code === item.villageCode)?.shortName ?? '',
    address: isClear ? item.address : maskAddress(item.address), unit: district.unitName(item.order?.teamId ?? item.leadDepartmentId) ?? '',
    state: CASE_STATE_NAMES[item.state], urgency: item.urgency, lamp: isRunning ? lampAt(item.clock, now) : null,
    reportedAt: item.reportedAt, dueAt: item.clock.totalMs > 0 ? item.clock.dueAt : null, description: text(item.description),
    reporter: name === null ? '' : isClear ? name : maskName(name), phone: phone === null ? '' : isClear ? phone : maskPhone(phone),
  };
}

/** The cases a report shows when nobody chose: the overdue, those longest over first. */
export function worstCases(cases: Iterable<Case>, isSeen: (item: Case) => boolean, most: number, now: number): Case[] {
  return [...cases].filter((item) => isOpenState(item.state) && isSeen(item) && lampAt(item.clock, now) === 'red').sort((a, b) => a.clock.dueAt - b.clock.dueAt).slice(0, most);
}
