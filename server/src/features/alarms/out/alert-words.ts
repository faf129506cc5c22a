import type { Case } from '@wangge/shared/case';
import { sentenceOf, type Alarm, type AlertTemplate } from '@wangge/shared/alarm';
import type { District } from '@wangge/shared/district';

/** What a message says of an alarm: the name of what it is about, where, and for which post. */
export interface SaidOutside {
  readonly text: string;
  readonly place: string;
  readonly matter: string;
  readonly post: string;
}

/**
 * An alarm in words for outside the product: a gateway belongs to somebody else, so nothing is said of who reported, how and at which
 * house; a personal matter is placed in its village, and a secret one (保密件) is named as nothing else.
 */
export function sayOutside(alarm: Alarm, item: Case | undefined, template: AlertTemplate, post: string, district: Pick<District, 'town' | 'towns' | 'villages' | 'grids'>): SaidOutside {
  const isSecret = item?.reporter.isSecret === true;
  const matter = isSecret ? '保密事项' : alarm.happening === 'flood' ? `${alarm.members.length} 起告警` : alarm.matter;
  const subject = alarm.cause.kind === 'unit' ? alarm.cause.unitName : '';
  const words = { place: [placeOf(alarm.areaCode, isSecret || item?.containsPersonalInfo === true, district), subject].filter(Boolean).join(' '), matter, post };
  return { ...words, text: `${alarm.isDrill ? '【演练】' : ''}${sentenceOf(template.text, words)}` };
}

function placeOf(areaCode: string, isVeiled: boolean, { town, towns, villages, grids }: Pick<District, 'town' | 'towns' | 'villages' | 'grids'>): string {
  const village = villages.find(({ code }) => areaCode.startsWith(code))?.name;
  const grid = isVeiled ? undefined : grids.find(({ code }) => code === areaCode)?.name;
  return [village, grid].filter(Boolean).join(' ') || (towns.find(({ code }) => areaCode.startsWith(code))?.name ?? town);
}
