import { onScopeDispose, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import { isQuietAt, soundNow, type AlarmsBoard, type ShownAlarm } from '@wangge/shared/alarm';
import { useNow } from '../../ui/use-now.ts';
import { useLinkStatusStore } from '../link-status/link-status.store.ts';
import { maySpeak, speak } from './speech.ts';
import { createToneBox, type ToneBox, type ToneName } from './tones.ts';
import { useAlarmWords } from './use-alarm-words.ts';
import { useVolume } from './use-volume.ts';

/** 特急 sounds this often until somebody answered. */
const AGAIN_MS = 6_000;

/** The sound of a page's alarms. */
export interface AlarmSound {
  /** The browser holds sound back until somebody touches the page. */
  readonly isBlocked: ShallowRef<boolean>;
  allow(): Promise<void>;
  /** Ends at once what sounds, before the server has said that it may. */
  hush(): void;
  test(): void;
}

/** Lets a page be heard: tones of the alarm in front by its rule until it is answered, its sentence once, and one low tone when the link is lost. */
export function useAlarmSound(alarm: Readonly<Ref<ShownAlarm | null>>, board: Readonly<Ref<AlarmsBoard | null>>): AlarmSound {
  const now = useNow();
  const link = useLinkStatusStore();
  const words = useAlarmWords();
  const volume = useVolume();
  const isBlocked = shallowRef(false);
  let box: ToneBox | null = null;
  let repeat: ReturnType<typeof setInterval> | undefined;
  let spokenAt = -Infinity;
  let endSpeech = (): void => undefined;

  /** Browsers make an audio context only where there is something to hear. */
  function tone(name: ToneName): void {
    box ??= createToneBox();
    box.play(name, volume.value);
    isBlocked.value = box.isBlocked();
  }

  function hush(): void {
    clearInterval(repeat);
    box?.hush();
    endSpeech();
  }

  function sayOnce(shown: ShownAlarm): void {
    if (!maySpeak(spokenAt, now.value)) return;
    spokenAt = now.value;
    endSpeech = speak(words.sentence(shown), volume.value, !shown.isDrill && board.value?.clips.includes(shown.rule.id) ? shown.rule.id : null);
  }

  watch(() => {
    const shown = alarm.value;
    const isQuiet = board.value !== null && isQuietAt(board.value.quiet, now.value);
    return `${shown?.id ?? ''} ${shown ? soundNow(shown, isQuiet) : 'none'}`;
  }, (key) => {
    hush();
    const [, sound] = key.split(' ');
    if ((sound !== 'urgent' && sound !== 'once') || alarm.value === null) return;
    tone(sound);
    sayOnce(alarm.value);
    if (sound === 'urgent') repeat = setInterval(() => tone('urgent'), AGAIN_MS);
  }, { immediate: true });
  watch(() => link.isLost, (isLost) => {
    if (isLost) hush();
    if (isLost) tone('link-lost');
  });
  onScopeDispose(() => {
    hush();
    box?.close();
  });

  return {
    isBlocked, hush,
    async allow() {
      await box?.allow();
      isBlocked.value = box?.isBlocked() ?? false;
    },
    test() {
      tone('urgent');
      endSpeech = speak(words.testSentence(), volume.value);
    },
  };
}
