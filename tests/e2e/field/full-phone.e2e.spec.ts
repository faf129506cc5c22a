import { asId, type TeamId } from '@wangge/shared/base';
import { describe, expect, inject, it } from 'vitest';
import { Person } from '../actions/person.ts';
import { Phone } from '../actions/phone.ts';
import { dispatch, reportAndFile } from '../actions/report.ts';
import { useVisits } from '../actions/visits.ts';

const product = inject('product');
const visits = useVisits();

const TEAM = { account: 'zf3', id: asId<TeamId>('team-zf3') } as const;

/** From now on the phone keeps no entry, as one whose disk is full. */
const fill = (): void => {
  const { add, put } = IDBObjectStore.prototype;
  const isFull = (store: IDBObjectStore): boolean => store.name === 'entries' && document.documentElement.dataset['full'] === 'yes';
  const refuse = (): never => { throw new DOMException('The disk is full.', 'QuotaExceededError'); };
  IDBObjectStore.prototype.add = function (...given) { return isFull(this) ? refuse() : add.apply(this, given); };
  IDBObjectStore.prototype.put = function (...given) { return isFull(this) ? refuse() : put.apply(this, given); };
};
const setFull = (phone: Phone, full: boolean): Promise<void> => phone.page.evaluate((value) => void (document.documentElement.dataset['full'] = value ? 'yes' : 'no'), full);

describe('a phone that is full', () => {
  it('[RL15] keeps the form open with the words and says so, and takes them when there is room', async () => {
    const reported = await reportAndFile(product);
    const phone = await Phone.open(visits, product, TEAM.account, reported.lngLat);
    await phone.page.evaluate(fill);
    await phone.goOnDuty();
    await dispatch(product, reported, TEAM.id);
    await phone.choose(reported.matter);
    await phone.button(/^签收/).click();
    await phone.button(/^出发/).click();
    await phone.button(/^(我已到场|反馈结果)/).waitFor();
    if (await phone.button(/^我已到场/).count() > 0) await phone.button(/^我已到场/).click();
    await phone.button(/^反馈结果/).waitFor();

    await setFull(phone, true);
    await expect(phone.reportBack('已清洗，现场恢复', 3_000)).rejects.toThrow();
    const sheet = phone.page.getByRole('dialog', { name: '反馈结果' });
    await sheet.getByRole('alert').filter({ hasText: '没有存上，手机空间可能满了' }).waitFor();
    expect(await sheet.getByLabel('办了什么').first().inputValue()).toBe('已清洗，现场恢复');

    await setFull(phone, false);
    await sheet.getByRole('button', { name: /^提交反馈/ }).click();
    await sheet.waitFor({ state: 'detached' });
    const room = await Person.signIn(product, 'paiqian');
    await expect.poll(async () => (await room.readCase(reported.id)).row.state, { timeout: 30_000 }).toBe('handled');
  });
});
