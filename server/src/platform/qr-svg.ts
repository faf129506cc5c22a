import encodeQR from 'qr';

/** Light modules around the code that readers need (ISO/IEC 18004, 6.3.8 quiet zone). */
const QUIET_MODULES = 4;

/** 二维码 of an address as SVG, one unit a module, dark on light. Error correction Q: a quarter of the sign may be dirty. */
export function qrSvg(text: string): string {
  const modules = encodeQR(text, 'raw', { ecc: 'quartile', border: QUIET_MODULES });
  const size = modules.length;
  const path = modules.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`;
}
