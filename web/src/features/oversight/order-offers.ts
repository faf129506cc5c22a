import type { OversightAction } from '@wangge/shared/oversight';
import type { FormField } from '../../ui/forms/form-field.ts';

/** What the form of an action asks for; only what the action needs. `t` gives the words. */
export function fieldsOf(action: OversightAction, t: (key: string) => string): readonly FormField[] {
  switch (action) {
    case 'reply': return [
      { kind: 'text', name: 'text', label: t('oversight.form.reply') }, { kind: 'photos', name: 'photos', label: t('oversight.form.photos'), isOptional: true },
    ];
    case 'strike-off': return [{ kind: 'text', name: 'text', label: t('oversight.form.note'), isOptional: true }];
    case 'reject-reply': case 'lift': return [{ kind: 'text', name: 'text', label: t('oversight.form.reason') }];
    case 'confirm': return [];
  }
}
