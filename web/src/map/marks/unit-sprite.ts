import type { SpriteRecipe } from '../fx/sprite-atlas.ts';
import type { MapTheme } from '../map-theme.ts';
import type { UnitLook } from '../scene.ts';

/** Radius of a squad's arrowhead that labels keep away from and clicks reach, design units. */
export const UNIT_RADIUS_U = 11;

/** Three dashes along each long side of the arrowhead. */
const STALE_DASH = [4.4, 3.3];

/** Radius of the dot of a person on foot, design units. */
export const PERSON_RADIUS_U = 4;

/** How to draw a moving thing heading north: an arrowhead of 17 × 18 units, or a dot. */
export function unitSprite(look: UnitLook, theme: MapTheme, uPx: number): SpriteRecipe {
  const radiusU = look === 'person' ? PERSON_RADIUS_U : UNIT_RADIUS_U + 2;
  return {
    key: `unit ${look}`,
    sizePx: Math.ceil((radiusU + 2) * 2 * uPx),
    draw: (context) => {
      context.scale(uPx, uPx);
      context.lineJoin = 'round';
      if (look === 'person') drawPerson(context, theme);
      else drawArrow(context, look, theme);
    },
  };
}

function drawPerson(context: CanvasRenderingContext2D, theme: MapTheme): void {
  context.beginPath();
  context.arc(0, 0, 2.5, 0, 2 * Math.PI);
  context.strokeStyle = theme.disc;
  context.lineWidth = 2.4;
  context.stroke();
  context.fillStyle = theme.us;
  context.globalAlpha = 0.8;
  context.fill();
}

function drawArrow(context: CanvasRenderingContext2D, look: 'idle' | 'busy' | 'stale', theme: MapTheme): void {
  traceArrow(context);
  context.strokeStyle = theme.disc;
  context.lineWidth = look === 'idle' ? 3.6 : 6;
  context.stroke();
  context.fillStyle = look === 'idle' ? theme.us : theme.disc;
  context.fill();
  if (look === 'idle') return;
  context.strokeStyle = look === 'busy' ? theme.us : theme.faint;
  context.lineWidth = look === 'busy' ? 2.2 : 2;
  if (look === 'stale') context.setLineDash(STALE_DASH);
  traceArrow(context);
  context.stroke();
}

function traceArrow(context: CanvasRenderingContext2D): void {
  context.beginPath();
  context.moveTo(0, -9.6);
  context.lineTo(8.5, 8.4);
  context.lineTo(0, 4);
  context.lineTo(-8.5, 8.4);
  context.closePath();
}
