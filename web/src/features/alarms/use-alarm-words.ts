import { useI18n } from 'vue-i18n';
import type { AlarmsBoard, ShownAlarm, ShownWord } from '@wangge/shared/alarm';
import { sentenceOf } from '@wangge/shared/alarm';
import { MINUTE_MS } from '@wangge/shared/base';
import type { Candidate, Reason, Recommendation } from '@wangge/shared/dispatch';
import type { Team } from '@wangge/shared/district';
import { useWallWords } from '../../i18n/use-wall-words.ts';
import { shortMatter } from '../../ui/format.ts';
import { useDistrictStore } from '../district/district.store.ts';

/** Reasons whose value is a span; the others count. */
const SPANS: ReadonlySet<Reason['code']> = new Set(['stale-fix', 'slower']);
/** Of who was not recommended so many are named: more would not be read, and be cut in the middle of a number. */
const NAMED_PASSED_OVER = 2;

/** An alarm in the words of wall, desk and phone. */
export interface AlarmWords {
  /** 燃气管道泄漏 */
  matter(alarm: Pick<ShownAlarm, 'matter' | 'happening' | 'members'>): string;
  /** 璜塘村 第5网格 */
  place(alarm: Pick<ShownAlarm, 'villageCode' | 'gridCode'>): string;
  /** 综合执法 · E0403 · 重大 */
  code(alarm: ShownAlarm): string;
  /** 网格员 15:41:06 上报，照片 2 张 */
  reported(alarm: ShownAlarm): string;
  /** 值班长周** 15:42:30 确认 */
  acknowledged(alarm: ShownAlarm): string;
  /** Who has to answer next. */
  post(alarm: ShownAlarm): string;
  /** What is said aloud. */
  sentence(alarm: ShownAlarm): string;
  /** A reason by which something ended by itself, or words as they were given. */
  ended(text: string): string;
  word(word: ShownWord): { readonly name: string; readonly at: string; readonly text: string };
  team(id: Candidate['teamId']): Team | undefined;
  why(candidate: Candidate): string;
  passedOver(recommendation: Recommendation): string;
  quiet(board: AlarmsBoard): string;
  /** What is spoken to try the sound. */
  testSentence(): string;
}

export function useAlarmWords(): AlarmWords {
  const { t, te } = useI18n();
  const time = useWallWords();
  const district = useDistrictStore();

  const team: AlarmWords['team'] = (id) => district.district?.teams.find((one) => one.id === id);
  const matter: AlarmWords['matter'] = (alarm) => (alarm.happening === 'flood' ? t('alarms.floodMatter', { n: alarm.members.length }) : shortMatter(alarm.matter));

  function place({ villageCode, gridCode }: Pick<ShownAlarm, 'villageCode' | 'gridCode'>): string {
    if (villageCode !== null && district.district !== null && !district.villageNames.has(villageCode)) return t('alarms.elsewhere');
    const village = villageCode === null ? '' : district.villageNames.get(villageCode) ?? '';
    const grid = district.district?.grids.find(({ code }) => code === gridCode)?.name ?? '';
    return [village, grid].filter(Boolean).join(' ') || district.district?.town || t('alarms.unknownPlace');
  }

  function reason({ code, text = '', value = 0 }: Reason): string {
    return t(`desk.reason.${code}`, { text, value: SPANS.has(code) ? Math.max(1, Math.round(value / MINUTE_MS)) : value });
  }

  const post: AlarmWords['post'] = ({ ladder }) => ladder.findLast(({ isCalled }) => isCalled)?.name ?? ladder[0]?.name ?? '';
  const ended: AlarmWords['ended'] = (text) => (te(`alarms.end.${text}`) ? t(`alarms.end.${text}`) : text);
  const word: AlarmWords['word'] = ({ name, at, text }) => ({ name, at: time.clock(at), text: ended(text) });

  return {
    matter, place, post, team, word, ended,
    code({ case: item, rule }) {
      return item ? t('alarms.code', { platform: t(`case.platform.${item.platform}`), code: item.typeCode, level: t(`case.level.${item.level}`) }) : rule.name;
    },
    reported({ case: item, subject }) {
      if (!item) return subject ?? '';
      const said = t('alarms.reported', { source: item.source, at: time.clock(item.reportedAt) });
      return item.photoCount > 0 ? [said, t('alarms.photos', { n: item.photoCount })].join(t('alarms.comma')) : said;
    },
    acknowledged({ acknowledged }) {
      if (!acknowledged) return '';
      const { name, role, at, isByDispatch } = acknowledged;
      return t(isByDispatch ? 'alarms.byDispatch' : 'alarms.acknowledged', { role: t(`case.role.${role}`), name, at: time.clock(at) });
    },
    sentence(alarm) {
      const sentence = sentenceOf(alarm.rule.sentence, { place: [place(alarm), alarm.subject].filter(Boolean).join(' '), matter: matter(alarm), post: post(alarm) });
      return alarm.isDrill ? t('alarms.drillSpoken', { sentence }) : sentence;
    },
    why(candidate) {
      const said = candidate.reasons.filter(({ code }) => code !== 'busy').map(reason);
      return [...said, t('alarms.team.fix', { age: time.age(candidate.fixAgeMs) })].join(t('alarms.comma'));
    },
    passedOver({ passedOver }) {
      const said = passedOver.map((one) => t('alarms.team.passedOne', { team: team(one.teamId)?.name ?? '', why: reason(one.reason) }));
      const rest = said.length - NAMED_PASSED_OVER;
      const named = rest > 0 ? [...said.slice(0, NAMED_PASSED_OVER), t('alarms.team.more', { n: rest })] : said;
      return t('alarms.team.passedOver', { list: named.join(t('alarms.semicolon')) });
    },
    testSentence: () => t('alarms.sound.testSentence'),
    quiet: ({ quiet: { from, to } }) => t('alarms.sound.quiet', { from, to }),
  };
}
