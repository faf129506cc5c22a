/** The address a site's code leads to. */
export function siteAddress(origin: string, code: string): string {
  return `${origin}/field/site/${encodeURIComponent(code)}`;
}
