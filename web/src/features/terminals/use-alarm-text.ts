import { useI18n } from 'vue-i18n';
import type { TerminalAlarm } from '@wangge/shared/wire';
import { useTimeWords } from '../../i18n/use-time-words.ts';

/** An alarm of a terminal in words: 进出区域 · 离开多边形区域 12. */
export function useAlarmText(): (alarm: TerminalAlarm) => string {
  const { t } = useI18n();
  const time = useTimeWords();

  function zoneText({ zone, isExit }: TerminalAlarm): string {
    if (!zone) return '';
    const what = zone.name ?? t('terminals.about', { what: t(`terminals.shape.${zone.shape}`), id: zone.id });
    return isExit === undefined ? what : t(isExit ? 'terminals.left' : 'terminals.entered', { what });
  }

  return (alarm) => {
    const { name, took } = alarm;
    const spent = took ? [t('terminals.took', { span: time.span(took.s * 1_000, true) }), t(took.isTooLong ? 'terminals.tooLong' : 'terminals.tooShort')] : [];
    return [t(`terminals.alarm.${name}`), zoneText(alarm), ...spent].filter(Boolean).join(' · ');
  };
}
