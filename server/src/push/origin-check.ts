import type { IncomingMessage } from 'node:http';

/**
 * Whether a handshake may go on. A browser always names the page's origin: it must be this server or one of `allowed`
 * (such as `https://wall.example.cn`). Programs without a browser send none and hold no browser's cookie.
 */
export function isOriginAllowed(request: IncomingMessage, allowed: readonly string[]): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  if (allowed.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
