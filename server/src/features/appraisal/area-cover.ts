import { isInArea } from '@wangge/shared/access';

/** Whether an area lies in an actor's; `whole` is the code of the district, which an empty code stands for too. */
export function isCoveredBy(code: string, areaCode: string, whole: string): boolean {
  const own = areaCode === '' || isInArea(whole, areaCode);
  return own || (code !== '' && isInArea(code, areaCode));
}
