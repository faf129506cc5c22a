import type { Light } from '../../ui/tokens.ts';
import { MAP_THEMES } from '../map-theme.ts';

/** Radius of a camera's mark, design units. */
export const CAMERA_RADIUS_U = 11;

/** What tells one picture of a mark from another. */
export interface CameraLook {
  readonly light: Light;
  readonly isUp: boolean;
  /** Its number among the open ones; null for one that is not open. */
  readonly number: number | null;
  readonly uPx: number;
}

/** The name of a mark's picture in the map's style; `cameraSprite` draws it when the map first asks for it. */
export function cameraIcon({ light, isUp, number, uPx }: CameraLook): string {
  return ['camera', light, isUp ? 'up' : 'away', number ?? '', uPx.toFixed(3)].join('|');
}

function lookOf(icon: string): CameraLook | null {
  const [name, light, standing, number, uPx] = icon.split('|');
  if (name !== 'camera') return null;
  return { light: light === 'day' ? 'day' : 'night', isUp: standing === 'up', number: number ? Number(number) : null, uPx: Number(uPx) };
}

/** A body with its lens to the right, around the middle. */
function drawBody(pen: CanvasRenderingContext2D, u: number): void {
  pen.beginPath();
  pen.roundRect(-6.2 * u, -3.8 * u, 8 * u, 7.6 * u, 1.5 * u);
  pen.moveTo(2.8 * u, -0.9 * u);
  pen.lineTo(6.4 * u, -3.4 * u);
  pen.lineTo(6.4 * u, 3.4 * u);
  pen.lineTo(2.8 * u, 0.9 * u);
  pen.closePath();
  pen.fill();
}

/**
 * Draws a camera's mark: a disc with a camera on it; white with its number while its picture is open; grey, with a bar through it, while it does not answer.
 * Null for the name of something else.
 */
export function cameraSprite(icon: string): { readonly image: ImageData; readonly pixelRatio: number } | null {
  const look = lookOf(icon);
  if (look === null) return null;
  const { us, disc, faint, core } = MAP_THEMES[look.light];
  const pixelRatio = window.devicePixelRatio;
  const u = look.uPx * pixelRatio;
  const side = Math.ceil((2 * CAMERA_RADIUS_U + 4) * u);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [side, side];
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) return null;
  pen.translate(side / 2, side / 2);
  pen.beginPath();
  pen.arc(0, 0, CAMERA_RADIUS_U * u, 0, 2 * Math.PI);
  pen.fillStyle = look.number === null ? disc : us;
  pen.fill();
  pen.lineWidth = 1.4 * u;
  pen.strokeStyle = look.number !== null ? disc : look.isUp ? core : faint;
  if (!look.isUp && look.number === null) pen.setLineDash([3 * u, 2.4 * u]);
  pen.stroke();
  pen.setLineDash([]);
  if (look.number !== null) {
    pen.fillStyle = disc;
    pen.font = `600 ${16 * u}px "Barlow Semi Condensed", sans-serif`;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillText(String(look.number), 0, 1 * u);
  } else {
    pen.fillStyle = look.isUp ? us : faint;
    drawBody(pen, u);
    if (!look.isUp) {
      for (const [colour, widthU] of [[disc, 4.4], [faint, 1.8]] as const) {
        pen.beginPath();
        pen.moveTo(-6.5 * u, 6 * u);
        pen.lineTo(6.5 * u, -6 * u);
        pen.strokeStyle = colour;
        pen.lineWidth = widthU * u;
        pen.stroke();
      }
    }
  }
  return { image: pen.getImageData(0, 0, side, side), pixelRatio };
}
