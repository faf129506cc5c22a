import { tokenSheet } from './tokens.ts';

/** Gives the document the tokens as CSS variables; `data-light` on any element changes the light below it. */
export function wearTokens(target: Document): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(tokenSheet());
  target.adoptedStyleSheets = [...target.adoptedStyleSheets, sheet];
}
