import { describe, expect, it } from 'vitest';
import { siteCodeIn } from './site-code.ts';

describe('the code on a site’s sign', () => {
  it.each([
    ['https://wangge.example.gov.cn/field/site/NF2026-0007', 'NF2026-0007'], ['http://10.1.2.3:8080/field/site/NF2026-0007', 'NF2026-0007'],
    ['NF2026-0007', 'NF2026-0007'], [' nf2026-0007 ', 'NF2026-0007'], ['ＮＦ２０２６－０００７', 'NF2026-0007'], ['NF 2026 0007', 'NF2026-0007'], ['nf2026—12345', 'NF2026-12345'],
  ])('[OM13] is found in %s', (text, code) => {
    expect(siteCodeIn(text)).toBe(code);
  });

  it.each(['', '2026', 'https://u.wechat.com/abc', 'https://wangge.example.gov.cn/report?village=1', 'https://x.example/field/site/../../wall', 'javascript:alert(1)', 'NF2026-0007/../wall', 'https://x.example/field/site/%2e%2e'])('[OM13] is not found in %s', (text) => {
    expect(siteCodeIn(text)).toBeNull();
  });
});
