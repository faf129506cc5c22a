/** At most one sentence is spoken in this time, however many alarms there are. */
export const SPEECH_EACH_MS = 10_000;

/** Whether a sentence may be spoken now. */
export function maySpeak(lastSpokenAt: number, now: number): boolean {
  return now - lastSpokenAt >= SPEECH_EACH_MS;
}

/** A Chinese voice of this machine; none where it has none. */
function chineseVoice(): SpeechSynthesisVoice | undefined {
  return 'speechSynthesis' in globalThis ? speechSynthesis.getVoices().find(({ lang }) => /^(zh|cmn)/i.test(lang)) : undefined;
}

/** Speaks a sentence: the recording of this name where the installation has one, else a Chinese voice of this machine, else nothing. Answers what ends it. */
export function speak(sentence: string, volume: number, recording: string | null = null): () => void {
  const clip = recording === null ? null : new Audio(`/api/v1/alarm-clips/${encodeURIComponent(recording)}`);
  let isEnded = false;
  function synthesise(): void {
    const voice = chineseVoice();
    if (isEnded || voice === undefined) return;
    const words = new SpeechSynthesisUtterance(sentence);
    words.voice = voice;
    words.lang = voice.lang;
    words.volume = volume;
    speechSynthesis.speak(words);
  }
  if (clip === null) synthesise();
  else {
    clip.volume = volume;
    clip.play().catch(synthesise);
  }
  return () => {
    isEnded = true;
    clip?.pause();
    if ('speechSynthesis' in globalThis) speechSynthesis.cancel();
  };
}
