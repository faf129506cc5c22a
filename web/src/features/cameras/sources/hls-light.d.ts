/** The same player without subtitles, other sound tracks and protected content; it comes without types of its own. */
declare module 'hls.js/light' {
  export { default } from 'hls.js';
}
