import { leadingZeroBits, workText, type Challenge } from '@wangge/shared/citizen';
import { sha256 } from '@noble/hashes/sha2.js';

/** Tries nonces until one is good, away from the thread that draws. The browser's own digest is one at a time and wants HTTPS, which a closed network may not have. */
addEventListener('message', ({ data }: MessageEvent<Challenge>) => {
  const encoder = new TextEncoder();
  let nonce = 0;
  while (leadingZeroBits(sha256(encoder.encode(workText(data, nonce)))) < data.bits) nonce += 1;
  postMessage(nonce);
});
