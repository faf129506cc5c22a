import { createI18n } from 'vue-i18n';
import type { Plugin } from 'vue';
import { en } from './en/index.ts';
import { zhCN } from './zh-CN/index.ts';

/** Languages the interface speaks, the first one first. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** All sentences that people read. Chinese unless `wanted` names another language; what a language lacks is said in Chinese. */
export function createMessages(wanted: string | null): Plugin {
  const locale = LANGUAGES.find((language) => language === wanted) ?? LANGUAGES[0];
  document.documentElement.lang = locale;
  return createI18n({
    legacy: false, locale, fallbackLocale: LANGUAGES[0], messages: { 'zh-CN': zhCN, en }, missingWarn: false, fallbackWarn: false,
  });
}
