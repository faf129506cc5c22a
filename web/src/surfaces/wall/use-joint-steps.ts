import { nextTick, onMounted, onUpdated, watch, type Ref } from 'vue';
import { useRoom } from '../../ui/use-room.ts';
import type { JointBand } from './joints.ts';
import { jointSteps } from './joint-steps.ts';

/** Keeps the texts of a line (each `[data-text]` of it) off the upright joints of the wall, whatever they say. */
export function useJointSteps(line: Readonly<Ref<HTMLElement | null>>, joints: () => readonly JointBand[]): void {
  function lay(): void {
    const texts = [...line.value?.querySelectorAll<HTMLElement>('[data-text]') ?? []];
    for (const text of texts) text.style.marginLeft = '';
    const bands = joints().filter(({ left, right }) => right - left < window.innerWidth);
    jointSteps(texts.map((text) => text.getBoundingClientRect()), bands).forEach((step, index) => {
      const text = texts[index];
      if (text && step > 0) text.style.marginLeft = `${step}px`;
    });
  }
  const room = useRoom(line);
  watch([room, joints], () => void nextTick(lay));
  onMounted(lay);
  onUpdated(lay);
  void document.fonts.ready.then(lay);
}
