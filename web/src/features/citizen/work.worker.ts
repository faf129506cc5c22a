import { leadingZeroBits, workText, type Challenge } from '@wangge/shared/citizen';
import { sha256 } from './sha256.ts';

/** Tries nonces until one is good, away from the thread that draws. */
addEventListener('message', ({ data }: MessageEvent<Challenge>) => {
  const encoder = new TextEncoder();
  let nonce = 0;
  while (leadingZeroBits(sha256(encoder.encode(workText(data, nonce)))) < data.bits) nonce += 1;
  postMessage(nonce);
});
