/** The address on a site's sign, on whichever server it was printed, and a code as people type it. */
const ON_SIGN = /^\/field\/site\/([^/]+)\/?$/;
const CODE = /^NF\d{4}-\d{4,}$/;

/** The code of a site (农房公示牌编号) in what a QR code says or somebody typed; null where there is none. */
export function siteCodeIn(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const path = URL.canParse(plain) ? ON_SIGN.exec(new URL(plain).pathname)?.[1] ?? '' : plain;
  const code = path.toUpperCase().replace(/[\s—–_-]+/g, '-').replace(/^NF-?(?=\d)/, 'NF');
  return CODE.test(code) ? code : null;
}
