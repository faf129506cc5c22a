import { useI18n } from 'vue-i18n';
import type { AuditEntry, AuditVerdict } from '@wangge/shared/audit';
import { clockText } from '../../i18n/clock-text.ts';
import { useRefusalWords } from '../../i18n/use-refusal-words.ts';
import { dateKey } from '@wangge/shared/base';

export interface AuditWords {
  deed(entry: AuditEntry): string;
  person(entry: AuditEntry): string;
  facts(entry: AuditEntry): readonly { readonly label: string; readonly text: string; readonly isBad?: boolean }[];
  verdict(verdict: AuditVerdict): readonly string[];
}

/** The audit log in words. */
export function useAuditWords(): AuditWords {
  const { t, te } = useI18n();
  const refusal = useRefusalWords();

  function deed({ action }: AuditEntry): string {
    if (te(`audit.action.${action}`)) return t(`audit.action.${action}`);
    const [kind = '', topic = ''] = action.split('.');
    return t(`audit.generic.${kind}`) + (te(`audit.topic.${topic}`) ? t(`audit.topic.${topic}`) : ` ${topic}`);
  }

  function person({ actorName, role }: AuditEntry): string {
    return actorName || t(role === 'system' ? 'audit.system' : 'audit.nobody');
  }

  function facts(entry: AuditEntry): ReturnType<AuditWords['facts']> {
    const { at, seq, actorId, role, unitId, address, object, result, code, detail } = entry;
    const all: [name: string, text: string][] = [
      ['seq', String(seq)], ['at', `${dateKey(at)} ${clockText(at)}`], ['person', person(entry)], ['personId', actorId], ['role', te(`case.role.${role}`) ? t(`case.role.${role}`) : ''],
      ['unit', unitId ?? ''], ['address', address], ['object', object], ['why', code === null ? '' : `${refusal(code)} ${code}`],
    ];
    return [
      ...all.filter(([, text]) => text !== '').map(([name, text]) => ({ label: t(`audit.field.${name}`), text, isBad: name === 'why' && result === 'refused' })),
      ...Object.entries(detail).map(([name, value]) => ({ label: te(`audit.detail.${name}`) ? t(`audit.detail.${name}`) : name, text: name === 'since' ? `${dateKey(Number(value))} ${clockText(Number(value))}` : String(value) })),
    ];
  }

  function verdict({ checked, removed, head, broken }: AuditVerdict): string[] {
    if (broken) return [t(`audit.verdict.${broken.how}`, { seq: broken.seq, n: checked })];
    if (!head) return [t('audit.verdict.empty')];
    return [t('audit.verdict.whole', { n: checked }), ...(removed > 0 ? [t('audit.verdict.removed', { n: removed })] : []), t('audit.verdict.head', { seq: head.seq, hash: head.hash })];
  }

  return { deed, person, facts, verdict };
}
