const PULSES_MS = [220, 120, 220];
const TONES_HZ = [660, 880];
const TONE_S = 0.18;
const LOUDNESS = 0.25;

/** 新派单: vibrates and plays two soft tones. Silent until the person has touched the page once, as browsers demand. */
export function alertNewOrder(): void {
  if (!navigator.userActivation?.hasBeenActive) return;
  navigator.vibrate?.(PULSES_MS);
  const audio = new AudioContext();
  TONES_HZ.forEach((hz, index) => playTone(audio, hz, audio.currentTime + index * TONE_S * 1.4));
  setTimeout(() => void audio.close(), 1_500);
}

function playTone(audio: AudioContext, hz: number, startS: number): void {
  const tone = audio.createOscillator();
  const gain = audio.createGain();
  tone.frequency.value = hz;
  gain.gain.setValueAtTime(0, startS);
  gain.gain.linearRampToValueAtTime(LOUDNESS, startS + 0.02);
  gain.gain.linearRampToValueAtTime(0, startS + TONE_S);
  tone.connect(gain).connect(audio.destination);
  tone.start(startS);
  tone.stop(startS + TONE_S);
}
