import type { Platform } from '@wangge/shared/district';

/** Traces the platform's shape around the origin: ● 综治工作, ■ 市场监管, ▲ 综合执法, ✚ 便民服务. All look equally big. */
export function tracePlatformShape(context: CanvasRenderingContext2D, platform: Platform, radius: number): void {
  context.beginPath();
  switch (platform) {
    case 'order':
      context.arc(0, 0, radius * 0.94, 0, 2 * Math.PI);
      return;
    case 'market':
      context.rect(-radius * 0.83, -radius * 0.83, radius * 1.66, radius * 1.66);
      return;
    case 'enforcement':
      context.moveTo(0, -radius * 1.14);
      context.lineTo(radius * 1.08, radius * 0.76);
      context.lineTo(-radius * 1.08, radius * 0.76);
      context.closePath();
      return;
    case 'service':
      context.rect(-radius * 0.33, -radius, radius * 0.66, radius * 2);
      context.rect(-radius, -radius * 0.33, radius * 2, radius * 0.66);
  }
}
