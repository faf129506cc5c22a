const FEN = 100;

/** An amount in yuan with its fen: 12,345.60. */
export function yuanText(fen: number): string {
  return (fen / FEN).toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** What somebody typed as yuan, in fen; nothing typed is nothing; null for what is no amount. */
export function readYuan(typed: string): number | null {
  const plain = typed.normalize('NFKC').replaceAll(/[,\s]/g, '');
  return /^-?\d{0,11}(\.\d{0,2})?$/.test(plain) && plain !== '-' && plain !== '.' ? Math.round(Number(plain) * FEN) : null;
}
