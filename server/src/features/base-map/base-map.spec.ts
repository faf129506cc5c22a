import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { byteRange } from '../../platform/byte-range.ts';
import { readConfig } from '../../config.ts';
import { archivePath, outerBase } from './base-map.routes.ts';
import { tileUrl } from './tile-fetcher.ts';

const TIANDITU = 'http://t0.tianditu.gov.cn/vec_c/wmts?SERVICE=WMTS&REQUEST=GetTile&TILEMATRIXSET={matrixSet}&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk={key}';

describe('the setting of the base map', () => {
  it('[MP9] is the built-in one unless something is set, and asks nobody outside', () => {
    expect(readConfig({}, []).baseMap).toEqual({ kind: 'builtin' });
  });

  it('[MP9] takes a WMTS with its matrix set, key and datum, and tells pages neither address nor key', () => {
    const { baseMap } = readConfig({ BASE_MAP: TIANDITU, BASE_MAP_KEY: 'a b', BASE_MAP_MATRIX_SET: 'c', BASE_MAP_DATUM: 'cgcs2000', BASE_MAP_CREDIT: '天地图' }, []);
    expect(outerBase(baseMap)).toEqual({ kind: 'tiles', datum: 'cgcs2000', matrix: 'geographic', minZoom: 1, maxZoom: 18, credit: '天地图' });
    expect(baseMap.kind === 'tiles' && tileUrl(baseMap, [13, 6_833, 1_322])).toBe(
      'http://t0.tianditu.gov.cn/vec_c/wmts?SERVICE=WMTS&REQUEST=GetTile&TILEMATRIXSET=c&TILEMATRIX=13&TILEROW=1322&TILECOL=6833&tk=a%20b',
    );
  });

  it.each([
    [{ BASE_MAP: 'county.pmtiles' }, 'BASE_MAP'],
    [{ BASE_MAP: 'pmtiles:../secret.pmtiles' }, 'BASE_MAP'],
    [{ BASE_MAP: 'pmtiles:/etc/passwd.pmtiles' }, 'BASE_MAP'],
    [{ BASE_MAP: 'pmtiles:demo.db' }, 'BASE_MAP'],
    [{ BASE_MAP: 'http://tiles/{z}/{x}.png' }, '{y}'],
    [{ BASE_MAP: 'http://tiles/{z}/{x}/{y}?{secret}' }, '{secret}'],
    [{ BASE_MAP: 'http://tiles/{z}/{x}/{y}', BASE_MAP_DATUM: 'GCJ' }, 'BASE_MAP_DATUM'],
    [{ BASE_MAP: 'http://tiles/{z}/{x}/{y}', BASE_MAP_ZOOMS: '18-3' }, 'BASE_MAP_ZOOMS'],
  ])('[MP9] refuses %o and names what is wrong', (env, named) => {
    expect(() => readConfig(env, [])).toThrow(named);
  });
});

describe('the archive', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wangge-base-map-'));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('[MP9] lies in the data folder, and no link leads out of it', () => {
    const data = join(folder, 'data');
    mkdirSync(data, { recursive: true });
    writeFileSync(join(folder, 'outside.pmtiles'), 'x');
    writeFileSync(join(data, 'inside.pmtiles'), 'x');
    symlinkSync(join(folder, 'outside.pmtiles'), join(data, 'link.pmtiles'));
    expect(archivePath(data, 'inside.pmtiles')).toMatch(/inside\.pmtiles$/);
    for (const file of ['link.pmtiles', '../outside.pmtiles', 'none.pmtiles', '.']) expect(archivePath(data, file), file).toBeNull();
  });

  it('is read in ranges', () => {
    expect([undefined, 'bytes=0-99', 'bytes=90-', 'bytes=-10', 'bytes=50-500', 'bytes=100-', 'bytes=9-3', 'lines=1-2'].map((header) => byteRange(header, 100)))
      .toEqual([null, [0, 99], [90, 99], [90, 99], [50, 99], 'outside', 'outside', null]);
  });
});
