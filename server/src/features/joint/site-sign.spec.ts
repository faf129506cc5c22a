import { expect, it } from 'vitest';
import { siteAddress } from './site-sign.ts';

it('[OM6] the sign of a site leads to its page', () => {
  expect(siteAddress('https://wangge.example.gov.cn', 'NF2026-0007')).toBe('https://wangge.example.gov.cn/field/site/NF2026-0007');
});
