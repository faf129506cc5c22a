import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasZone, refuseImport, unitOf } from './check-import.ts';
import { buildGraph, findCycles, importsIn, readSources } from './import-graph.ts';
import { LONG_TABLES, MAX_LINES } from './import-table.ts';

const sources = readSources(join(import.meta.dirname, '../..'));

describe('the source tree', () => {
  it('imports only along the arrows of the import table', () => {
    const offences = sources.flatMap(({ path, imports }) =>
      imports.flatMap((specifier) => {
        const reason = refuseImport(path, specifier);
        return reason === undefined ? [] : [`${path} → ${specifier}: ${reason}`];
      }),
    );
    expect(offences).toEqual([]);
  });

  it('has no folder the import table does not know', () => {
    expect(sources.map(({ path }) => path).filter((path) => !hasZone(path))).toEqual([]);
  });

  it('has no files that import each other in a circle', () => {
    expect(findCycles(buildGraph(sources, (path) => path))).toEqual([]);
  });

  it('has no folders that import each other in a circle', () => {
    expect(findCycles(buildGraph(sources, unitOf))).toEqual([]);
  });

  it(`has no file over ${MAX_LINES} lines except the named tables`, () => {
    const long = sources.filter(({ path, lineCount }) => lineCount > MAX_LINES && !LONG_TABLES.includes(path));
    expect(long.map(({ path, lineCount }) => `${path}: ${lineCount}`)).toEqual([]);
  });
});

describe('the import table', () => {
  it.each([
    ['shared/src/base/time.ts', '../geo/index.ts'],
    ['shared/src/geo/distance.ts', '../calendar/index.ts'],
    ['shared/src/wire/schemas.ts', '../base/time.ts'],
    ['shared/src/wire/schemas.ts', 'node:crypto'],
    ['shared/src/geo/distance.ts', 'zod'],
    ['server/src/platform/clock.ts', '../store/event-store.ts'],
    ['server/src/store/memory/memory-event-store.ts', '../sqlite/sqlite-event-store.ts'],
    ['server/src/store/event-store.ts', './sqlite.ts'],
    ['server/src/features/cases/cases.projection.ts', '../../store/sqlite.ts'],
    ['server/src/features/cases/cases.projection.ts', '../../store/sqlite/sqlite-event-store.ts'],
    ['server/src/features/cases/cases.projection.ts', '../dispatch/dispatch.reactor.ts'],
    ['server/src/features/cases/cases.socket.ts', 'socket.io'],
    ['server/src/ingest/rest/intake.routes.ts', '../../store/event-store.ts'],
    ['server/src/push/publisher.ts', '../features/cases/cases.projection.ts'],
    ['server/src/app.ts', 'mongodb'],
    ['web/src/link/link.ts', '../features/cases/cases.store.ts'],
    ['web/src/map/use-map.ts', '../features/cases/cases.store.ts'],
    ['web/src/features/cases/cases.store.ts', '../teams/components/TeamCard.vue'],
    ['web/src/features/cases/cases.store.ts', 'maplibre-gl/dist/maplibre-gl.css'],
    ['web/src/surfaces/wall/WallSurface.vue', '../desk/DeskSurface.vue'],
    ['web/src/surfaces/wall/WallSurface.vue', '../../link/link.ts'],
    ['web/src/surfaces/wall/WallSurface.vue', 'echarts/core'],
    ['tests/integration/flow.int.spec.ts', '../../server/src/features/cases/cases.projection.ts'],
  ])('refuses %s → %s', (file, specifier) => {
    expect(refuseImport(file, specifier)).toEqual(expect.any(String));
  });

  it.each([
    ['shared/src/wire/schemas.ts', '../base/index.ts'],
    ['shared/src/wire/schemas.ts', 'zod'],
    ['server/src/store/sqlite.ts', './sqlite/sqlite-event-store.ts'],
    ['server/src/store/sqlite/sqlite-event-store.ts', 'node:sqlite'],
    ['server/src/features/cases/cases.projection.ts', '../teams/teams.api.ts'],
    ['server/src/features/cases/cases.projection.ts', '@wangge/shared/case'],
    ['server/src/app.ts', './store/sqlite/sqlite-event-store.ts'],
    ['web/src/features/positions/vehicles.layer.ts', 'maplibre-gl'],
    ['web/src/surfaces/wall/WallSurface.vue', '../../features/cases/components/CaseTimeline.vue'],
    ['tests/integration/flow.int.spec.ts', '@wangge/server/app'],
  ])('allows %s → %s', (file, specifier) => {
    expect(refuseImport(file, specifier)).toBeUndefined();
  });
});

describe('the import graph', () => {
  it('sees static, type, dynamic, re-exporting and worker imports, in Vue files too', () => {
    const script = [
      "import a from './a.ts';",
      "import type { B } from './b.ts';",
      "export { c } from './c.ts';",
      "const d = await import('./d.ts');",
      "new Worker(new URL('./e.worker.ts', import.meta.url));",
    ].join('\n');
    const all = ['./a.ts', './b.ts', './c.ts', './d.ts', './e.worker.ts'];
    expect(importsIn('web/src/x.ts', script).sort()).toEqual(all);
    expect(importsIn('web/src/X.vue', `<template><p /></template>\n<script setup lang="ts">\n${script}\n</script>`).sort()).toEqual(all);
  });

  it('finds a circle and prints the way round', () => {
    const files = [
      { path: 'shared/src/a/index.ts', lineCount: 1, imports: ['../b/index.ts'] },
      { path: 'shared/src/b/index.ts', lineCount: 1, imports: ['../c/index.ts'] },
      { path: 'shared/src/c/index.ts', lineCount: 1, imports: ['../a/index.ts'] },
    ];
    const cycles = findCycles(buildGraph(files, unitOf));
    expect(cycles).toHaveLength(1);
    expect(cycles[0]).toContain('shared/src/a → shared/src/b → shared/src/c → shared/src/a');
    expect(cycles[0]).toContain('shared/src/c/index.ts imports shared/src/a/index.ts');
  });
});
