import { describe, expect, it } from 'vitest';
import { maskName, maskPhone, maskText } from './mask.api.ts';

describe('masking', () => {
  it.each([['张三', '张*'], ['张小三', '张**'], ['欧阳明', '欧阳*'], ['欧阳', '欧*']])('keeps the family name of %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it('keeps three and four digits of a mobile number, and two of any other', () => {
    expect(maskPhone('13812348000')).toBe('138****8000');
    expect(maskPhone('0510-86012345')).toBe('***********45');
  });

  it('says of what was erased that it was', () => {
    expect([maskName('［已删除］'), maskPhone('［已删除］')]).toEqual(['［已删除］', '［已删除］']);
  });

  it('finds phone and identity numbers within free text, and nothing else', () => {
    expect(maskText('电话13812348000，证号110105194912310021，案号20261122')).toBe('电话138****8000，证号110105********0021，案号20261122');
    expect(maskText('编号 138123480001 不是电话')).toBe('编号 138123480001 不是电话');
  });
});
