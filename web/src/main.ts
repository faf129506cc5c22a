import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { createMessages } from './i18n/index.ts';
import { createPages } from './router.ts';
import { fillRandomUuid } from './ui/fill-random-uuid.ts';
import { wearMotion } from './ui/motion.ts';
import { wearTokens } from './ui/wear-tokens.ts';
import './ui/fonts.css';
import './ui/base.css';

const asked = new URLSearchParams(location.search);
fillRandomUuid(crypto);
wearTokens(document);
wearMotion(document, asked.get('motion') === 'calm');
const pinia = createPinia();
const router = createPages(pinia);
createApp(App).use(pinia).use(router).use(createMessages(asked.get('lang'))).mount('#app');
