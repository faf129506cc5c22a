import { isInArea } from '@wangge/shared/access';
import type { Case } from '@wangge/shared/case';

/** Whether a case lies in a township, a village or a grid. */
export function isCaseIn({ villageCode, gridCode }: Pick<Case, 'villageCode' | 'gridCode'>, areaCode: string): boolean {
  return gridCode === areaCode || isInArea(villageCode, areaCode);
}
