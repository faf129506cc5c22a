import { useI18n } from 'vue-i18n';

/** The sentence for a refusal's code, in the language of the page. */
export function useRefusalWords(): (code: string) => string {
  const { t, te } = useI18n();
  return (code) => t(te(`refusal.${code}`) ? `refusal.${code}` : 'refusal.OTHER');
}
