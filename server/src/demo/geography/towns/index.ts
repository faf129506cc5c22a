import type { TownSeed } from '../town-data.ts';
import { QINGYANG } from './qingyang.ts';
import { XUXIAKE } from './xuxiake.ts';
import { ZHUTANG } from './zhutang.ts';

/** The townships of the demo's county; the first is the one it is mostly about. */
export const TOWN_SEEDS: readonly TownSeed[] = [XUXIAKE, QINGYANG, ZHUTANG];
