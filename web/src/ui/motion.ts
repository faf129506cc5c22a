/**
 * 少动 (reduced motion): cuts instead of flights and fades, no drifting. Worn by the document as `data-motion="calm"` where the address asks for it
 * (`&motion=calm`) or the machine does (`prefers-reduced-motion`); style sheets and the map's canvas go by this one mark.
 */
export function wearMotion(target: Document, isAskedFor: boolean): void {
  const machine = matchMedia('(prefers-reduced-motion: reduce)');
  function wear(): void {
    if (isAskedFor || machine.matches) target.documentElement.dataset['motion'] = 'calm';
    else delete target.documentElement.dataset['motion'];
  }
  machine.addEventListener('change', wear);
  wear();
}

/** Whether nothing may fly, fade or drift now. */
export function isCalm(): boolean {
  return document.documentElement.dataset['motion'] === 'calm';
}
