import { play, type OpenSource } from './source.ts';

/** Seconds of the past and of the future that are kept: a wall looks at the present. */
const KEPT_S = { back: 4, ahead: 12 };

/** HLS through Media Source Extensions (hls.js, loaded with the first such camera). */
export const openHls: OpenSource = async (url, video, onTrouble) => {
  const { default: Hls } = await import('hls.js/light');
  const hls = new Hls({ enableWorker: false, backBufferLength: KEPT_S.back, maxBufferLength: KEPT_S.ahead, maxMaxBufferLength: KEPT_S.ahead, capLevelToPlayerSize: true, liveDurationInfinity: true });
  hls.on(Hls.Events.ERROR, (_event, { fatal }) => { if (fatal) onTrouble(); });
  hls.on(Hls.Events.MANIFEST_PARSED, () => play(video));
  hls.loadSource(url);
  hls.attachMedia(video);
  return { close: () => hls.destroy(), lagS: () => (hls.latency > 0 ? hls.latency : null) };
};
