import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { createMessages } from './i18n/index.ts';
import { createPages } from './router.ts';
import { wearTokens } from './ui/wear-tokens.ts';
import './ui/fonts.css';
import './ui/base.css';

wearTokens(document);
const pinia = createPinia();
const router = createPages(pinia);
createApp(App).use(pinia).use(router).use(createMessages(new URLSearchParams(location.search).get('lang'))).mount('#app');
