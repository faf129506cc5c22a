import { maskText } from '@wangge/shared/base';
import { ERASED, type Case } from '@wangge/shared/case';

export { maskText };

/** Family names of two characters keep both: their second is not a given name. */
const COMPOUND = ['欧阳', '司马', '上官', '诸葛', '东方', '皇甫', '尉迟', '公孙', '慕容', '令狐'];

/** 姓名: the family name stays, each other character becomes `*`. */
export function maskName(name: string): string {
  if (name === ERASED) return name;
  const kept = COMPOUND.find((c) => name.startsWith(c) && name.length > 2) ?? name.slice(0, 1);
  return kept + '*'.repeat([...name].length - [...kept].length);
}

/** 手机号: first three and last four stay; anything else keeps its last two. */
export function maskPhone(phone: string): string {
  if (phone === ERASED) return phone;
  const masked = maskText(phone);
  return masked === phone ? '*'.repeat(Math.max(0, phone.length - 2)) + phone.slice(-2) : masked;
}

/** 地址: the numbers of house, building, stair and room become `*`; road, village and place stay. */
export function maskAddress(address: string): string {
  return maskText(address).replace(/[0-9０-９A-Za-z-]+(?=\s*(?:号|栋|幢|单元|室|户))/g, (number) => '*'.repeat([...number].length));
}

/** Whether a case may be seen by visitors (参观): nothing secret, nothing personal. */
export function isForVisitors(item: Pick<Case, 'reporter' | 'containsPersonalInfo' | 'drillId'>): boolean {
  return !item.reporter.isSecret && !item.containsPersonalInfo && item.drillId === null;
}
