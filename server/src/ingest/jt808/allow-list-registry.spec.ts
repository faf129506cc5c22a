import { asId } from '@wangge/shared/base';
import type { UnitId } from '@wangge/shared/base';
import { expect, it } from 'vitest';
import { createAllowListRegistry } from './allow-list-registry.ts';
import type { TerminalIdentity } from './ports.ts';

const unitId = asId<UnitId>('u1');
const terminal: TerminalIdentity = {
  phone: '13957001234', edition: '2013', provinceId: 0, countyId: 0, makerId: '', model: '', terminalId: '', plateColour: 0, plate: '',
};

it('lets in listed terminals by number and code, whatever zeros the list writes before the number', () => {
  const registry = createAllowListRegistry([{ phone: '013957001234', unitId }], () => 'CODE1');
  expect(registry.authenticate('13957001234', 'CODE1')).toBe(false);
  expect(registry.register(terminal)).toEqual({ result: 0, authCode: 'CODE1' });
  expect(registry.authenticate('13957001234', 'CODE1')).toBe(true);
  expect(registry.authenticate('13957001234', 'CODE2')).toBe(false);
  expect(registry.unitOf('13957001234')).toBe(unitId);
});

it('gives one terminal one code', () => {
  let count = 0;
  const registry = createAllowListRegistry([{ phone: '13957001234', unitId }], () => `CODE${(count += 1)}`);
  expect(registry.register(terminal)).toEqual(registry.register(terminal));
});

it('[TM7] knows a terminal by the code it was given before', () => {
  const codes = new Map([['13957001234', 'CODE0']]);
  const registry = createAllowListRegistry([{ phone: '13957001234', unitId }], () => 'CODE1', codes);
  expect(registry.authenticate('13957001234', 'CODE0')).toBe(true);
  expect(registry.register(terminal)).toEqual({ result: 0, authCode: 'CODE0' });
});

it('answers 4 to a terminal nobody listed, and forgets those that left the list', () => {
  const registry = createAllowListRegistry([{ phone: '13957001234', unitId }], () => 'CODE1');
  expect(registry.register({ ...terminal, phone: '13957009999' })).toEqual({ result: 4 });
  registry.register(terminal);
  registry.allow([]);
  expect(registry.authenticate('13957001234', 'CODE1')).toBe(false);
  expect(registry.unitOf('13957001234')).toBeUndefined();
});
