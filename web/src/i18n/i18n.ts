import { createI18n } from 'vue-i18n';
import { en } from './en/index.ts';
import { zhCN } from './zh-CN/index.ts';

/** 中文在先; English by `?lang=en`. */
export const i18n = createI18n({
  legacy: false,
  locale: new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'zh-CN',
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': zhCN, en },
});
