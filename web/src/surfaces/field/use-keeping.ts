import { useI18n } from 'vue-i18n';
import { useNotices } from './use-notices.ts';

/**
 * 存上再关: a form closes when the phone has kept what was said in it. Where the phone cannot, for it is full, the form stays as it is and its
 * person is told. While one thing is being kept another press is none.
 */
export function useKeeping(): (keep: () => Promise<void>, close: () => void) => Promise<void> {
  const { t } = useI18n();
  const notices = useNotices();
  let isKeeping = false;
  return async (keep, close) => {
    if (isKeeping) return;
    isKeeping = true;
    await keep().then(close, () => notices.say(t('field.notice.notKept'), { isSticky: true }));
    isKeeping = false;
  };
}
