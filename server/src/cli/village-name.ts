const SUFFIX = /(社区|村)?(居民委员会|村民委员会|居委会|村委会)$|(社区|村)$/;

/** 村社简称: 老坑社区居委会, 老坑社区 and 老坑 are one village. */
export function plainName(name: string): string {
  const plain = name.trim().replace(SUFFIX, '');
  return plain === '' ? name.trim() : plain;
}
