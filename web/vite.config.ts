import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { fieldShell } from './field-shell.ts';

export default defineConfig({
  plugins: [vue(), fieldShell()],
  define: { __VUE_OPTIONS_API__: 'false', __VUE_I18N_LEGACY_API__: 'false' },
  server: { host: '127.0.0.1', port: 5173 },
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    // Scripts inside the page are refused by the content security policy; small files stay files.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_600,
  },
});
