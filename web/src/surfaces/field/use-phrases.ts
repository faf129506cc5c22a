import { useI18n } from 'vue-i18n';

/** The lists of ready phrases among the sentences, in the language of the page. */
export function usePhrases(): (key: string) => string[] {
  const { tm, rt } = useI18n();
  return (key) => (tm(key) as string[]).map((phrase) => rt(phrase));
}
