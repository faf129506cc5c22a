import type { Platform } from '@wangge/shared/district';

/** One shape as an SVG path around the origin, for a core of radius 1. */
export type ShapePath = string;

/** Shapes of the four platforms (四平台): ● 综治工作, ■ 市场监管, ▲ 综合执法, ✚ 便民服务; all look equally big. */
export const PLATFORM_PATHS: Readonly<Record<Platform, ShapePath>> = {
  order: 'M-.94 0A.94 .94 0 1 1 .94 0A.94 .94 0 1 1-.94 0Z',
  market: 'M-.83-.83H.83V.83H-.83Z',
  enforcement: 'M0-1.14 1.08 .76H-1.08Z',
  service: 'M-.33-1H.33V-.33H1V.33H.33V1H-.33V.33H-1V-.33H-.33Z',
};

/** Arrowhead of a squad (队伍) heading north, 17 × 18 units. */
export const SQUAD_PATH = 'M0-9.6 8.5 8.4 0 4-8.5 8.4Z';

/** An arc of a ring around the origin from the top clockwise; `share` of the turn, below 1. */
export function arcPath(radius: number, share: number): ShapePath {
  const angle = Math.min(share, 0.9999) * 2 * Math.PI;
  const x = radius * Math.sin(angle);
  const y = -radius * Math.cos(angle);
  return `M0 ${-radius}A${radius} ${radius} 0 ${share > 0.5 ? 1 : 0} 1 ${x.toFixed(3)} ${y.toFixed(3)}`;
}
