import type { DeviceTrack } from './fleet-tracks.ts';

/** The first `limit` positions of all tracks together, in order of time. */
export function limitTracks(tracks: readonly DeviceTrack[], limit: number): DeviceTrack[] {
  const times = tracks.flatMap(({ fixes }) => fixes.map(({ fileAt, line }) => ({ fileAt, line }))).sort((a, b) => a.fileAt - b.fileAt || a.line - b.line);
  const kept = new Set(times.slice(0, limit).map(({ line }) => line));
  return tracks.map((track) => ({ ...track, fixes: track.fixes.filter(({ line }) => kept.has(line)) })).filter(({ fixes }) => fixes.length > 0);
}
