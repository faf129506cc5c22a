import { play, type OpenSource } from './source.ts';

/** FLV over HTTP through Media Source Extensions (mpegts.js, loaded with the first such camera). */
export const openFlv: OpenSource = async (url, video, onTrouble) => {
  const { default: mpegts } = await import('mpegts.js');
  mpegts.LoggingControl.enableAll = false;
  const player = mpegts.createPlayer({ type: 'flv', isLive: true, url }, { enableStashBuffer: false, liveBufferLatencyChasing: true, lazyLoad: false, autoCleanupSourceBuffer: true });
  player.on(mpegts.Events.ERROR, onTrouble);
  player.on(mpegts.Events.LOADING_COMPLETE, onTrouble);
  player.attachMediaElement(video);
  player.load();
  play(video);
  return { close: () => player.destroy(), lagS: () => null };
};
