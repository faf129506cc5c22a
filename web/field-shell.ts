import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

const WORKER = join(import.meta.dirname, 'src/surfaces/field/worker/field-worker.ts');
const PAGES = ['/surfaces/field/FieldSurface.vue', '/surfaces/field/SiteVisit.vue'];

/** Builds the worker of /field and writes into it which files that page needs: its entry, what its pages import at once or later, and what these name. */
export function fieldShell(): Plugin {
  return {
    name: 'wangge-field-shell',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: WORKER, fileName: 'field-worker.js' });
    },
    generateBundle(_options, bundle) {
      const worker = bundle['field-worker.js'];
      if (worker?.type !== 'chunk') throw new Error('The worker of /field was not built.');
      worker.code = `const FIELD_SHELL = ${JSON.stringify(shellOf(bundle).map((file) => `/${file}`))};\n${worker.code}`;
    },
  };
}

function shellOf(bundle: Rolldown.OutputBundle): string[] {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const entry = chunks.find(({ isEntry, name }) => isEntry && name === 'index');
  if (!entry) throw new Error('The pages have no entry named index.');
  const wanted = new Set<string>();
  const want = (name: string, isDeep: boolean): void => {
    const file = bundle[name];
    if (wanted.has(name) || !file) return;
    wanted.add(name);
    if (file.type !== 'chunk') return;
    for (const next of file.imports) want(next, isDeep);
    if (isDeep) for (const next of file.dynamicImports) want(next, true);
    for (const style of file.viteMetadata?.importedCss ?? []) want(style, false);
  };
  want(entry.fileName, false);
  for (const { fileName, facadeModuleId } of chunks) if (PAGES.some((page) => facadeModuleId?.endsWith(page))) want(fileName, true);
  // Workers of the page are files that its code names and imports nowhere.
  const code = [...wanted].map((name) => bundle[name]).map((file) => (file?.type === 'chunk' ? file.code : '')).join('');
  for (const name of Object.keys(bundle)) if (/worker/.test(name) && /^assets\//.test(name) && code.includes(name.slice('assets/'.length))) want(name, false);
  return [...wanted];
}
