import type { LngLat } from '@wangge/shared/geo';
import type { Ribbon } from '../../map/fx/ribbon.ts';
import type { MapTheme } from '../../map/map-theme.ts';
import { mercatorOf } from '../../map/viewport.ts';

/** Tracks of a day (轨迹) as lines on the map: the first the strongest, in the colour of people and never of its own. */
export function trackRibbons(tracks: readonly (readonly LngLat[])[], { us, disc }: Pick<MapTheme, 'us' | 'disc'>): Ribbon[] {
  return tracks.map((track, index) => ({
    key: `track ${index}`, path: track.map(mercatorOf), fadeMs: 0,
    strokes: [{ colour: disc, widthU: [7, 7], opacity: [0.6, 0.6] }, { colour: us, widthU: index === 0 ? [3.4, 3.4] : [2.2, 2.2], opacity: index === 0 ? [0.9, 0.9] : [0.55, 0.55] }],
  }));
}
