import { describe, expect, it } from 'vitest';
import { DRIVER_IDLE_MS, FREEZE_MOST_MS, REPLAY_SAID_MS, STEP_LEAD_MS, direct, dueScene, frozenSince, layerFaults, replayedMoment, sceneFaults, pressCameras, turnPage, type Composition, type Direction, type Layers, type WallState } from './index.ts';

const T = 1_000_000;
const ANN = { id: 'p-1', name: '值班长' };
const BEN = { id: 'p-2', name: '指挥长' };
const IDS = ['a', 'b', 'c'];
const CAMERAS = { forMs: 300_000, mayShow: (id: string): boolean => id !== 'home' };
const pagesOf = (briefingId: string): number => (briefingId === 'br-1' ? 3 : 0);
const state: WallState = {
  wallId: 'w', revision: 3, from: 0, playlist: [{ sceneId: 'a', dwellMs: 10_000 }, { sceneId: 'b', dwellMs: 20_000 }], startedAt: T, pausedAt: null, frozenAt: null, pin: null,
  flight: null, highlight: null, filter: { areaCode: null, platform: null }, attention: null, present: null, cameras: null, hasCard: false, driver: null,
};

function told(from: WallState, wish: Direction, now: number, who = ANN): WallState {
  const next = direct(from, wish, { who, now, leadMs: 0, sceneIds: IDS, pagesOf, cameras: CAMERAS });
  if (!next.ok) throw new Error(next.error.code);
  return next.value;
}

describe('a playlist', () => {
  it('[ST1] shows the same scene to whoever asks at the same moment, round after round', () => {
    expect([0, 9_999, 10_000, 29_999, 30_000, 3_000_000_000_000].map((later) => dueScene(state, T + later).sceneId)).toEqual(['a', 'a', 'b', 'b', 'a', 'a']);
    expect(dueScene(state, T + 12_000)).toEqual({ sceneId: 'b', until: T + 30_000 });
    expect(dueScene(state, T - 1).sceneId).toBe('b');
  });

  it('[ST2] stands while it is paused and goes on where it stood', () => {
    const paused = told(state, { action: 'pause' }, T + 4_000);
    expect(dueScene(paused, T + 500_000)).toEqual({ sceneId: 'a', until: null });
    const played = told(paused, { action: 'play' }, T + 500_000);
    expect(dueScene(played, T + 500_000)).toEqual({ sceneId: 'a', until: T + 506_000 });
  });

  it('[ST3] gives way to a pinned scene, and steps from the one shown', () => {
    const pinned = told(state, { action: 'pin', sceneId: 'c' }, T);
    expect(dueScene(pinned, T + 99_000)).toEqual({ sceneId: 'c', until: null });
    expect(dueScene(told(state, { action: 'next' }, T + 3_000), T + 3_000)).toEqual({ sceneId: 'b', until: T + 23_000 });
    expect(dueScene(told(state, { action: 'previous' }, T + 3_000), T + 3_000).sceneId).toBe('b');
  });
});

describe('a frozen wall', () => {
  const frozen = told(state, { action: 'freeze' }, T + 4_000);

  it('[ST8] stays with its moment and its scene, and goes on where it stood', () => {
    expect(frozenSince(frozen, T + 90_000)).toBe(T + 4_000);
    expect(dueScene(frozen, T + 90_000)).toEqual({ sceneId: 'a', until: null });
    expect(told(frozen, { action: 'freeze' }, T + 90_000).frozenAt).toBe(T + 4_000);
    const free = told(frozen, { action: 'thaw' }, T + 90_000);
    expect(frozenSince(free, T + 90_000)).toBeNull();
    expect(dueScene(free, T + 90_000)).toEqual({ sceneId: 'a', until: T + 96_000 });
  });

  it('[ST8] may be led to another scene of the same moment, and be paused and played', () => {
    expect(dueScene(told(frozen, { action: 'next' }, T + 50_000), T + 60_000)).toEqual({ sceneId: 'b', until: null });
    const pausedToo = told(told(frozen, { action: 'pause' }, T + 50_000), { action: 'thaw' }, T + 60_000);
    expect(dueScene(pausedToo, T + 99_000)).toEqual({ sceneId: 'a', until: null });
    expect(dueScene(told(pausedToo, { action: 'play' }, T + 99_000), T + 99_000)).toEqual({ sceneId: 'a', until: T + 105_000 });
    const played = told(told(told(state, { action: 'pause' }, T + 2_000), { action: 'freeze' }, T + 4_000), { action: 'play' }, T + 50_000);
    expect(dueScene(told(played, { action: 'thaw' }, T + 60_000), T + 60_000)).toEqual({ sceneId: 'a', until: T + 68_000 });
  });

  it('[ST15] is another thing than a replay, which is over when the wall has not spoken of it for a minute', () => {
    const replay = { at: T - 90_000, saidAt: T };
    expect(replayedMoment({ replay }, T + REPLAY_SAID_MS - 1)).toBe(T - 90_000);
    expect(replayedMoment({ replay }, T + REPLAY_SAID_MS)).toBeNull();
    expect(replayedMoment({ replay: null }, T)).toBeNull();
  });

  it('[ST9] lives again by itself after half an hour, and its playlist goes on where it stood', () => {
    const later = T + 4_000 + FREEZE_MOST_MS;
    expect(frozenSince(frozen, later - 1)).toBe(T + 4_000);
    expect(frozenSince(frozen, later)).toBeNull();
    expect(dueScene(frozen, later)).toEqual({ sceneId: 'a', until: later + 6_000 });
    expect(dueScene(frozen, later + 6_000)).toEqual({ sceneId: 'b', until: later + 26_000 });
    const directed = told(frozen, { action: 'calm' }, later + 1_000);
    expect(directed.frozenAt).toBeNull();
    expect(dueScene(directed, later + 1_000)).toEqual({ sceneId: 'a', until: later + 6_000 });
  });
});

describe('a director', () => {
  it('[ST4] drives a wall nobody drives, and nobody else may until it is taken or handed over', () => {
    const driven = told(state, { action: 'pause' }, T);
    expect(driven.driver).toEqual({ ...ANN, since: T, seenAt: T });
    expect(direct(driven, { action: 'play' }, { who: BEN, now: T + 1, leadMs: 0, sceneIds: IDS, pagesOf, cameras: CAMERAS })).toMatchObject({ ok: false, error: { code: 'WALL_DRIVEN_BY_OTHER' } });
    expect(told(driven, { action: 'take' }, T + 1, BEN).driver).toEqual({ ...BEN, since: T + 1, seenAt: T + 1 });
    expect(told(driven, { action: 'hand-over' }, T + 1).driver).toBeNull();
    expect(told(driven, { action: 'play' }, T + DRIVER_IDLE_MS, BEN).driver?.name).toBe(BEN.name);
  });

  it('[PR8] is shown by all displays of a wall from one moment on, and a scene begins there', () => {
    const next = direct(state, { action: 'next' }, { who: ANN, now: T + 3_000, leadMs: STEP_LEAD_MS, sceneIds: IDS, pagesOf, cameras: CAMERAS });
    expect(next).toMatchObject({ ok: true, value: { from: T + 3_000 + STEP_LEAD_MS, driver: { seenAt: T + 3_000 } } });
    expect(next.ok && dueScene(next.value, T + 3_000 + STEP_LEAD_MS)).toEqual({ sceneId: 'b', until: T + 23_000 + STEP_LEAD_MS });
  });

  it('[ST5] is refused a scene that does not exist', () => {
    for (const wish of [{ action: 'pin', sceneId: 'z' }, { action: 'playlist', playlist: [{ sceneId: 'z', dwellMs: 5_000 }] }] as const) {
      expect(direct(state, wish, { who: ANN, now: T, leadMs: 0, sceneIds: IDS, pagesOf, cameras: CAMERAS })).toMatchObject({ ok: false, error: { code: 'SCENE_UNKNOWN' } });
    }
  });
});

describe('a presentation', () => {
  const begun = told(state, { action: 'present', briefingId: 'br-1', page: 0 }, T + 4_000);

  it('[ST20] lies over its scene, which stands meanwhile and goes on afterwards where it stood', () => {
    expect(begun.present).toEqual({ briefingId: 'br-1', page: 0, since: T + 4_000 });
    expect(dueScene(begun, T + 900_000)).toEqual({ sceneId: 'a', until: null });
    const turned = told(begun, { action: 'present', briefingId: 'br-1', page: 2 }, T + 60_000);
    expect(turned.present).toEqual({ briefingId: 'br-1', page: 2, since: T + 4_000 });
    const ended = told(turned, { action: 'end-present' }, T + 900_000);
    expect(ended.present).toBeNull();
    expect(dueScene(ended, T + 900_000)).toEqual({ sceneId: 'a', until: T + 906_000 });
  });

  it('[ST20] leaves a playlist halted that was halted before or meanwhile, and ends where somebody asks for a scene', () => {
    const halted = told(told(begun, { action: 'pause' }, T + 50_000), { action: 'end-present' }, T + 90_000);
    expect(dueScene(halted, T + 900_000)).toEqual({ sceneId: 'a', until: null });
    expect(told(begun, { action: 'pin', sceneId: 'c' }, T + 60_000)).toMatchObject({ present: null, pin: 'c' });
    expect(dueScene(told(begun, { action: 'next' }, T + 60_000), T + 60_000)).toEqual({ sceneId: 'b', until: T + 80_000 });
    expect(told(begun, { action: 'attention', text: '请看' }, T + 60_000).present).toEqual(begun.present);
  });

  it('[ST21] is of a briefing that the wall may show and within its pages; the wall turns it by its own keys whoever drives', () => {
    for (const wish of [{ action: 'present', briefingId: 'br-2', page: 0 }, { action: 'present', briefingId: 'br-1', page: 3 }] as const) {
      expect(direct(state, wish, { who: ANN, now: T, leadMs: 0, sceneIds: IDS, pagesOf, cameras: CAMERAS })).toMatchObject({ ok: false, error: { code: 'BRIEFING_NOT_FOR_WALL' } });
    }
    const turned = turnPage(begun, 2, { now: T + 9_000, pagesOf });
    expect(turned).toMatchObject({ ok: true, value: { present: { page: 2 }, revision: begun.revision + 1, driver: begun.driver } });
    expect(turnPage(begun, 3, { now: T + 9_000, pagesOf })).toMatchObject({ ok: false, error: { code: 'BRIEFING_NOT_FOR_WALL' } });
    expect(turnPage(begun, null, { now: T + 9_000, pagesOf })).toMatchObject({ ok: true, value: { present: null, startedAt: T + 5_000 } });
    expect(turnPage(state, 0, { now: T, pagesOf })).toMatchObject({ ok: false });
  });
});

describe('a scene', () => {
  const narrow: Composition = { left: [[['overdue', 24]]], right: [[['lamps', 24]]], shelf: [], shelfRows: 4 };
  const split: Composition = { ...narrow, left: [[['overdue', 12], ['rate', 12]]], right: [[['lamps', 12], ['force', 12]]] };
  const shapes = { wide: narrow, ultra: narrow, broad: split, band: split, long: split, tall: { ...narrow, left: [[['overdue', 20]]], right: [[['lamps', 20]]] } } as const;
  const rules = (shape: keyof typeof shapes, change: Partial<Composition>): string[] => sceneFaults({ shapes: { ...shapes, [shape]: { ...shapes[shape], ...change } } }).map(({ rule }) => rule);

  it('[ST6] fills every row, lies across no joint, shows no tile twice and keeps the lamps and who is late', () => {
    expect(sceneFaults({ shapes })).toEqual([]);
    expect(rules('wide', { left: [[['overdue', 23]]] })).toEqual(['rail-rows']);
    expect(rules('band', { left: [[['overdue', 24]]] })).toEqual(['across-joint']);
    expect(rules('band', { right: [[['lamps', 12], ['overdue', 12]]] })).toEqual(['twice']);
    expect(rules('wide', { left: [[['rate', 24]]] })).toEqual(['never-dropped']);
    expect(rules('band', { shelf: ['trend'] })).toEqual(['shelf']);
    expect(rules('wide', { left: [[['overdue', 22], ['rate', 2]]] })).toEqual(['tile-rows']);
    expect(rules('tall', { left: [[['overdue', 20]], [['rate', 20]]] })).toEqual(['rail-count']);
  });
});

describe('the layers of a scene', () => {
  const plain: Layers = { heat: null, kernel: 'severity', hex: false, choropleth: null, cases: 'overview', squads: true, people: false, grids: true, fences: false, cameras: false, relief: 'flat' };
  const faults = (change: Partial<Layers>): readonly string[] => layerFaults({ ...plain, ...change });

  it('[MP1] shade the ground once', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ hex: true })).toEqual(['ground-twice']);
    expect(faults({ choropleth: { level: 'village', figure: 'open' } })).toEqual(['ground-twice']);
    expect(faults({ grids: false, hex: true })).toEqual([]);
  });

  it('[MP2] show no rate by grid', () => {
    expect(faults({ grids: false, choropleth: { level: 'grid', figure: 'on-time' } })).toEqual(['rate-by-grid']);
    expect(faults({ grids: false, choropleth: { level: 'village', figure: 'on-time' } })).toEqual([]);
  });

  it('[MP3] put columns on shaded ground only', () => {
    expect(faults({ grids: false, relief: 'load' })).toEqual(['columns-without-load']);
    expect(faults({ relief: 'load' })).toEqual([]);
  });
});

describe('cameras on a wall', () => {
  const begun = told(state, { action: 'open-cameras', ids: ['gate'] }, T);

  it('[VD7] stay as long as the list says, anew with each that is asked for', () => {
    expect(begun.cameras).toEqual({ ids: ['gate'], until: T + 300_000 });
    expect(told(begun, { action: 'open-cameras', ids: ['river'] }, T + 60_000).cameras).toEqual({ ids: ['gate', 'river'], until: T + 360_000 });
    expect(told(begun, { action: 'open-cameras', ids: ['river'] }, T + 300_000).cameras?.ids).toEqual(['river']);
  });

  it('[VD7] are closed one by one or all at once', () => {
    const two = told(begun, { action: 'open-cameras', ids: ['river'] }, T + 1);
    expect(told(two, { action: 'close-cameras', ids: ['gate'] }, T + 2).cameras).toEqual({ ids: ['river'], until: T + 300_001 });
    expect([told(two, { action: 'close-cameras', ids: [] }, T + 2).cameras, told(two, { action: 'close-cameras', ids: ['gate', 'river'] }, T + 2).cameras]).toEqual([null, null]);
  });

  it('[VD3] are refused where the wall may not show one of them, by its director and at its own map', () => {
    const refused = { ok: false, error: { code: 'CAMERA_NOT_FOR_WALL' } };
    const wish = { action: 'open-cameras', ids: ['gate', 'home'] } as const;
    expect(direct(state, wish, { who: ANN, now: T, leadMs: 0, sceneIds: IDS, pagesOf, cameras: CAMERAS })).toMatchObject(refused);
    expect(pressCameras(state, wish, { now: T, leadMs: 0, cameras: CAMERAS })).toMatchObject(refused);
  });

  it('[VD7] pressed at the wall itself open there whoever drives it, and it stays theirs', () => {
    const driven = told(state, { action: 'take' }, T);
    expect(pressCameras(driven, { action: 'open-cameras', ids: ['gate'] }, { now: T + 1, leadMs: STEP_LEAD_MS, cameras: CAMERAS })).toMatchObject({ ok: true, value: { driver: driven.driver, from: T + 1 + STEP_LEAD_MS, cameras: { ids: ['gate'] } } });
  });
});
