import { useI18n } from 'vue-i18n';
import type { SheetEntry, SheetFigure, SheetKind, SheetObject } from '@wangge/shared/wire';
import { placeAndOwner, shortMatter } from '../../ui/format.ts';
import { useDistrictStore } from '../district/district.store.ts';

/** Where the words of each kind's states and events stand. */
const WORDS: Readonly<Record<SheetKind, { readonly state: string; readonly event: string }>> = {
  case: { state: 'case.state', event: 'case.event' },
  order: { state: 'oversight.state', event: 'oversight.event' },
  call: { state: 'calls.state', event: 'calls.event' },
  matter: { state: 'joint.page', event: 'joint.event' },
  site: { state: 'sheets.site', event: 'sheets.event' },
  penalty: { state: 'enforcement.state', event: 'enforcement.event' },
  raid: { state: 'enforcement.raidState', event: 'sheets.event' },
  draw: { state: 'draws.state', event: 'draws.event' },
  check: { state: 'draws.outcome', event: 'draws.event' },
  inspector: { state: 'draws.state', event: 'draws.event' },
  application: { state: 'service.state', event: 'service.event' },
  grid: { state: 'patrol.state', event: 'sheets.event' },
  task: { state: 'patrol.state', event: 'sheets.event' },
  visit: { state: 'patrol.state', event: 'sheets.event' },
};

/** Names that are many of one sort: what stands before the dash is the sort, what comes after it is whose. */
const SORTS = ['to', 'whistle', 'matter', 'node', 'stage'] as const;

/** Everything on a sheet in the words of the reader. */
export interface SheetWords {
  figure(board: string, figure: Pick<SheetFigure, 'name' | 'label'>): string;
  /** 口径 of a number. */
  rule(board: string, name: string): string;
  title(object: SheetObject): string;
  /** Number, place and holder in one line. */
  where(object: SheetObject): string;
  state(object: SheetObject): string;
  event(kind: SheetKind, entry: SheetEntry): string;
  who(entry: SheetEntry): string;
}

export function useSheetWords(): SheetWords {
  const { t, te } = useI18n();
  const district = useDistrictStore();
  const sortOf = (name: string): string | undefined => SORTS.find((sort) => name.startsWith(`${sort}-`));

  function figure(board: string, { name, label }: Pick<SheetFigure, 'name' | 'label'>): string {
    const sort = sortOf(name);
    // A unit of the county goes without the county's name before it.
    if (label !== null) return sort === 'whistle' ? t('sheets.whistle', { town: label }) : label.replace(new RegExp(`^${district.district?.county ?? ''}(?=.)`), '');
    if (sort === 'node') return t(`service.node.${name.slice(5)}`);
    return sort === 'stage' ? t(`enforcement.panel.stage.${name.slice(6)}`) : t(`sheets.${board}.${name}.name`);
  }

  function state({ kind, state: name }: SheetObject): string {
    if (name === null) return '';
    if (kind === 'application' && name.startsWith('node-')) return t(`service.node.${name.slice(5)}`);
    const key = `${WORDS[kind].state}.${name}`;
    return te(key) ? t(key) : te(`sheets.state.${name}`) ? t(`sheets.state.${name}`) : name;
  }

  function event(kind: SheetKind, { event: name, about }: SheetEntry): string {
    const node = kind === 'application' && about !== null ? t(`service.node.${about}`) : '';
    const words = t(`${WORDS[kind].event}.${name}`, { node });
    return about === null || kind === 'application' ? words : `${words}　${about}`;
  }

  return {
    figure, state, event,
    rule: (board, name) => t(`sheets.${board}.${sortOf(name) ?? name}.rule`),
    title: ({ title }) => shortMatter(title),
    where: ({ villageCode, holder, post, no }) => {
      const by = holder ?? (post === null ? null : t(`oversight.post.${post}`));
      return placeAndOwner(villageCode && district.villageNames.get(villageCode), by, no);
    },
    who: ({ role, unit }) => unit ?? t(`case.role.${role}`),
  };
}
