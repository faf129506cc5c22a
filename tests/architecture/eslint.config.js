import { join } from 'node:path';
import vue from 'eslint-plugin-vue';
import tseslint from 'typescript-eslint';
import vueParser from 'vue-eslint-parser';
import { importRule } from './eslint-import-rule.ts';
import { LONG_TABLES, MAX_LINES } from './import-table.ts';

const ROOT = join(import.meta.dirname, '../..');
const SPECS = ['**/*.spec.ts'];
const CLOCKLESS = ['shared/src/**/*.ts', 'server/src/features/**/*.ts'];
const CLOCK_HINT = 'take the time from the caller; in server it comes from platform/clock.';

const EXPORT_ALL = { selector: 'ExportAllDeclaration', message: 'Name what is exported: an index lists its exports.' };
const EXPORT_DEFAULT = { selector: 'ExportDefaultDeclaration', message: 'Export by name.' };
const NEW_DATE = { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: `No clock here: ${CLOCK_HINT}` };

const PROCESS_ENV = {
  object: 'process',
  property: 'env',
  message: 'The environment is read once, in server/src/config.ts: take the setting from there.',
};
const CLOCK_PROPERTIES = [
  { object: 'Date', property: 'now', message: `No clock here: ${CLOCK_HINT}` },
  { object: 'Math', property: 'random', message: 'No chance here: take the id or the seeded random from the caller.' },
];
const TIMERS = ['setTimeout', 'setInterval', 'setImmediate'].map((name) => ({ name, message: `No timers here: ${CLOCK_HINT}` }));

const SOURCES = ['**/*.ts', '**/*.vue', '**/*.js', '**/*.mjs'];

export default tseslint.config(
  { ignores: ['**/node_modules/**', '**/dist/**', '.tools/**', '.run/**', 'data/**', 'web/public/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: SOURCES, extends: [tseslint.configs.recommended] },
  ...vue.configs['flat/essential'],
  {
    files: ['**/*.vue'],
    languageOptions: { parser: vueParser, parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.vue'] } },
    rules: { 'vue/no-v-html': 'error', 'vue/component-api-style': 'error', 'vue/block-lang': ['error', { script: { lang: 'ts' } }] },
  },
  {
    files: SOURCES,
    plugins: { wangge: { rules: { imports: importRule } } },
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', MAX_LINES],
      'no-console': 'error',
      'no-throw-literal': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      'no-restricted-syntax': ['error', EXPORT_ALL, EXPORT_DEFAULT],
      'no-restricted-properties': ['error', PROCESS_ENV],
      'wangge/imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: CLOCKLESS,
    ignores: SPECS,
    rules: {
      'no-restricted-syntax': ['error', EXPORT_ALL, EXPORT_DEFAULT, NEW_DATE],
      'no-restricted-properties': ['error', PROCESS_ENV, ...CLOCK_PROPERTIES],
      'no-restricted-globals': ['error', ...TIMERS],
    },
  },
  {
    files: ['server/src/**/*.ts', 'tests/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: ROOT } },
    rules: { '@typescript-eslint/no-floating-promises': 'error' },
  },
  { files: ['**/*.vue', '**/*.config.{ts,js}', '**/*.d.ts'], rules: { 'no-restricted-syntax': ['error', EXPORT_ALL] } },
  { files: ['server/bin/**', 'server/src/cli/**', 'tests/**'], rules: { 'no-console': 'off' } },
  { files: ['server/bin/**', 'server/deploy/**', 'server/src/config.ts', 'tests/**', '**/*.spec.ts'], rules: { 'no-restricted-properties': 'off' } },
  { files: LONG_TABLES.length === 0 ? ['no-table-is-longer'] : [...LONG_TABLES], rules: { 'max-lines': 'off' } },
);
