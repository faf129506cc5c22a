import type { Lamp } from '@wangge/shared/calendar';
import type { Urgency } from '@wangge/shared/district';
import type { SpriteRecipe } from '../fx/sprite-atlas.ts';
import type { MapTheme } from '../map-theme.ts';
import { FONT_FAMILY } from '../../ui/tokens.ts';
import type { CaseLook } from '../scene.ts';
import { tracePlatformShape } from './platform-shape.ts';

/** Radius of the core, design units. */
const CORE_U: Readonly<Record<Urgency, number>> = { normal: 6, urgent: 7.6, critical: 10.5 };
const RING_PER_CORE = 1.95;
const CHOSEN_U = 17;
/** Radius of the ring around a chosen mark (the well). */
const WELL_U = 62;
const GROUP_U = 13.5;
const EDGE_U = 2.6;
/** Width of the outline that a case of a drill (演练) has in place of a core. */
const HOLLOW_U = 1.8;
const SHARE_STEPS = 20;
const TURN = 2 * Math.PI;
const TOP = -Math.PI / 2;

/** Radius of all that is drawn for a case, design units: what labels keep away from and clicks reach. */
export function markRadiusU(look: CaseLook, count: number): number {
  if (look.isChosen) return CHOSEN_U + 3;
  return (count > 1 ? Math.max(GROUP_U, ringRadiusU(look)) : ringRadiusU(look)) + EDGE_U;
}

function ringRadiusU({ urgency }: CaseLook): number {
  return CORE_U[urgency] * RING_PER_CORE;
}

/** How to draw a case, or a group of `count` cases whose worst this is; lengths in px of one design unit. */
export function caseSprite(look: CaseLook, count: number, theme: MapTheme, uPx: number): SpriteRecipe {
  const share = Math.ceil(Math.min(1, look.share) * SHARE_STEPS) / SHARE_STEPS;
  const shown = { ...look, share: look.lamp === 'green' || look.lamp === 'yellow' ? share : 0 };
  return {
    key: `case ${shown.platform} ${shown.lamp} ${shown.share} ${shown.urgency} ${shown.isChosen} ${shown.isDrill ?? false} ${count}`,
    sizePx: Math.ceil(((look.isChosen ? WELL_U : markRadiusU(look, count)) + 2) * 2 * uPx),
    draw: (context) => {
      context.scale(uPx, uPx);
      if (look.isChosen) drawChosen(context, shown, theme);
      else drawMark(context, shown, count, theme);
    },
  };
}

function drawChosen(context: CanvasRenderingContext2D, look: CaseLook, theme: MapTheme): void {
  const colour = lampColour(look.lamp, theme);
  disc(context, WELL_U, colour, 0.13);
  arc(context, WELL_U, 1, colour, 1.6, 0.9);
  disc(context, CHOSEN_U + 3, theme.disc);
  if (look.isDrill) {
    arc(context, CHOSEN_U - 1.5, 1, colour, 3, 1);
    tracePlatformShape(context, look.platform, 8.6);
    outline(context, colour, 2.2);
    return;
  }
  disc(context, CHOSEN_U, colour);
  tracePlatformShape(context, look.platform, 8.6);
  context.fillStyle = look.lamp === 'red' ? theme.onRed : theme.disc;
  context.fill();
}

function drawMark(context: CanvasRenderingContext2D, look: CaseLook, count: number, theme: MapTheme): void {
  const coreU = CORE_U[look.urgency];
  const ringU = count > 1 ? Math.max(GROUP_U, ringRadiusU(look)) : ringRadiusU(look);
  disc(context, ringU + EDGE_U, theme.disc, 0.62);
  disc(context, ringU + 1, theme.disc);
  drawRing(context, look, ringU, theme);
  context.fillStyle = look.lamp === 'red' || look.lamp === 'yellow' ? lampColour(look.lamp, theme) : theme.core;
  if (count === 1) {
    tracePlatformShape(context, look.platform, look.isDrill ? coreU - HOLLOW_U / 2 : coreU);
    if (look.isDrill) outline(context, String(context.fillStyle), HOLLOW_U);
    else context.fill();
    return;
  }
  context.font = `600 ${count > 99 ? 12 : 16}px ${FONT_FAMILY}`;
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  context.fillText(String(count), 0, count > 99 ? 4.3 : 5.6);
}

function drawRing(context: CanvasRenderingContext2D, { lamp, share }: CaseLook, radius: number, theme: MapTheme): void {
  const colour = lampColour(lamp, theme);
  switch (lamp) {
    case 'green':
      arc(context, radius, 1, theme.core, 1.5, 0.24);
      arc(context, radius, share, colour, 2.2, 1);
      return;
    case 'yellow':
      arc(context, radius - 0.6, 1, colour, 3.1, 0.22);
      arc(context, radius - 0.6, share, colour, 3.1, 1);
      return;
    case 'red':
      arc(context, radius + 0.9, 1, colour, 1.7, 1);
      arc(context, radius - 2.9, 1, colour, 2.2, 1);
      return;
    case 'paused':
      for (let dash = 0; dash < 6; dash += 1) arc(context, radius - 0.4, 0.098, colour, 2.5, 1, dash / 6 - 0.049);
  }
}

function lampColour(lamp: Lamp, theme: MapTheme): string {
  return { green: theme.green, yellow: theme.yellow, red: theme.red, paused: theme.grey }[lamp];
}

function outline(context: CanvasRenderingContext2D, colour: string, width: number): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}

function disc(context: CanvasRenderingContext2D, radius: number, colour: string, opacity = 1): void {
  context.globalAlpha = opacity;
  context.beginPath();
  context.arc(0, 0, radius, 0, TURN);
  context.fillStyle = colour;
  context.fill();
  context.globalAlpha = 1;
}

function arc(context: CanvasRenderingContext2D, radius: number, share: number, colour: string, width: number, opacity: number, start = 0): void {
  context.globalAlpha = opacity;
  context.beginPath();
  context.arc(0, 0, radius, TOP + start * TURN, TOP + (start + share) * TURN);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
  context.globalAlpha = 1;
}
