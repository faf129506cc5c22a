import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { CommandEntry, OutboxEntry } from '@wangge/web/features/orders/outbox-entry';
import type { Checks } from '../checks.ts';
import type { BrowserPhone } from './browser-phone.ts';
import { placeIn } from './district.ts';
import type { Journal } from './journal.ts';
import { takePhoto } from './photo.ts';
import { between, wait, type Scale } from './scale.ts';

const MATTERS = ['暴露垃圾', '道路不洁', '下水道堵塞(污水外溢)', '施工扰民(夜间噪声)'];
const PHOTO_ROWS = 48;
const DARK_SHARE = 0.4;
const KILLED_SHARE = 0.45;
const TRIES_AFTER_DUTY = 3;

const isPassedOn = (entry: OutboxEntry): entry is CommandEntry => entry.kind === 'command' && entry.trouble?.code === 'ORDER_PASSED_ON';

/** Somebody who reports, signs and reports back with thumbs on a real screen, goes out of range, and whose browser is killed with things in its outbox. */
export class BrowserDuty {
  kills = 0;
  readonly faults: string[] = [];
  readonly #phone: BrowserPhone;
  readonly #journal: Journal;
  readonly #scale: Scale;
  readonly #random: () => number;
  readonly #running: Promise<void>;
  #heldAtDeath = 0;
  #isOver = false;

  constructor(phone: BrowserPhone, parts: { readonly journal: Journal; readonly scale: Scale; readonly random: () => number }) {
    this.#phone = phone;
    this.#journal = parts.journal;
    this.#scale = parts.scale;
    this.#random = parts.random;
    this.#running = this.#live();
  }

  async end(): Promise<void> {
    this.#isOver = true;
    await this.#running;
  }

  /** Waits until the page says that all it kept is with the room, but for words on an order that went to another team meanwhile: these stay with their person. */
  async isEmpty(withinMs: number, checks: Checks): Promise<void> {
    const giveUpAt = Date.now() + withinMs;
    let left = Number.POSITIVE_INFINITY;
    do {
      try {
        await this.#phone.signInIfAsked();
        left = await this.#waiting();
      } catch (error) {
        this.#noteFault(error);
      }
      if (left > 0) await wait(250);
    } while (left > 0 && Date.now() < giveUpAt);
    for (const entry of (await this.#phone.entries()).filter(isPassedOn)) {
      const deed = this.#journal.deeds.find(({ words }) => words !== '' && entry.payload.note?.endsWith(words));
      if (deed) Object.assign(deed, { told: 'given-up', code: entry.trouble?.code, caseId: entry.caseId });
    }
    checks.check(`the Chromium of ${this.#phone.who.account} has sent all that it kept`, left === 0, `${left} left, killed ${this.kills} times with at least ${this.#heldAtDeath} things in its outbox, signed in ${this.#phone.signIns} times`);
  }

  async #waiting(): Promise<number> {
    return (await this.#phone.entries()).filter((entry) => !isPassedOn(entry)).length;
  }

  async #live(): Promise<void> {
    let isDark = false;
    while (!this.#isOver) {
      await wait(between(this.#scale.pause, this.#random) / 2);
      if (this.#isOver) break;
      try {
        const shouldBeDark: boolean = this.#random() < DARK_SHARE;
        if (shouldBeDark !== isDark) await this.#phone.setOffline(shouldBeDark);
        isDark = shouldBeDark;
        if (!isDark) await this.#phone.signInIfAsked();
        if (!await this.#carryOn()) await this.#report();
        if (this.#random() < KILLED_SHARE) {
          // Looking gives what is being written the time to be written: half of the kills come without it.
          if (this.#random() < 0.5) this.#heldAtDeath += await this.#waiting();
          await this.#phone.kill();
          this.kills += 1;
          await wait(this.#random() * 1_500);
          isDark = false;
          await this.#reopen();
        }
      } catch (error) {
        this.#noteFault(error);
        await this.#phone.kill();
        isDark = false;
        await this.#reopen();
      }
    }
    if (isDark) await this.#phone.setOffline(false);
  }

  #noteFault(error: unknown): void {
    this.faults.push(error instanceof Error ? error.message.split('\n')[0] ?? '' : String(error));
  }

  /** While the server is away the page cannot even be loaded: its person tries again, and after duty some times more. */
  async #reopen(): Promise<void> {
    for (let afterDuty = 0; ;) {
      try {
        return await this.#phone.open();
      } catch (error) {
        if (this.#isOver && (afterDuty += 1) > TRIES_AFTER_DUTY) throw error;
        await this.#phone.kill();
        await wait(1_000);
      }
    }
  }

  /** 登记上报 on the screen. It counts as kept when the form has closed. */
  async #report(): Promise<void> {
    const { page, who } = this.#phone;
    const words = randomUUID();
    await this.#phone.stand(placeIn(who.corner, this.#random));
    const open = page.getByRole('contentinfo').getByRole('button', { name: /^登记上报|^上报/ });
    if (await open.count() === 0) return;
    await open.first().click();
    const sheet = page.getByRole('dialog', { name: '登记上报' });
    await sheet.getByLabel('拍一张').setInputFiles({ name: 'now.png', mimeType: 'image/png', buffer: takePhoto(PHOTO_ROWS) });
    await sheet.getByRole('img', { name: '照片 1' }).waitFor();
    const change = sheet.getByRole('button', { name: '换一个' });
    if (await change.count() === 0) {
      const matter = MATTERS[Math.floor(this.#random() * MATTERS.length)] ?? '暴露垃圾';
      await sheet.getByLabel('是什么事').fill(matter.slice(0, 4));
      await sheet.getByRole('button').filter({ hasText: matter }).first().click();
    }
    await sheet.getByLabel('看到什么').fill(`一线验证 ${words}`);
    const deed = this.#journal.begin({ account: who.account, kind: 'report', key: null, words, photos: 1, pressedAt: Date.now() });
    await sheet.getByRole('button', { name: '上报', exact: true }).click();
    await sheet.waitFor({ state: 'detached' });
    deed.isKept = true;
  }

  /** The next step of the order on the screen, if there is one. */
  async #carryOn(): Promise<boolean> {
    const { page, who } = this.#phone;
    if (who.role !== 'squad') return false;
    const button = page.getByRole('contentinfo').getByRole('button', { name: /^(签收|出发|我已到场|反馈结果)/ });
    if (await button.count() === 0) return false;
    const name = (await button.first().innerText()).split('\n')[0] ?? '';
    if (name === '我已到场') return this.#arriveOrLeave(page);
    await button.first().click();
    if (name !== '反馈结果') return true;
    const words = randomUUID();
    const sheet = page.getByRole('dialog', { name: '反馈结果' });
    await sheet.getByLabel('拍一张').setInputFiles({ name: 'after.png', mimeType: 'image/png', buffer: takePhoto(PHOTO_ROWS) });
    await sheet.getByRole('img', { name: '照片 1' }).waitFor();
    await sheet.getByLabel('办了什么').first().fill(`已处置 ${words}`);
    const deed = this.#journal.begin({ account: who.account, kind: 'command', key: null, words, photos: 1, pressedAt: Date.now(), action: 'report-back' });
    await sheet.getByRole('button', { name: /^提交反馈/ }).click();
    await sheet.waitFor({ state: 'detached' });
    deed.isKept = true;
    return true;
  }

  /** Goes to where the order is: its place stands in the row that the page holds, and on the screen only as words; the arrival is left to the walk. */
  async #arriveOrLeave(page: Page): Promise<boolean> {
    const place = await page.evaluate(async () => {
      const answer = await fetch('/api/v1/cases?state=handling&limit=1');
      if (!answer.ok) return null;
      const { cases } = await answer.json() as { cases: { lngLat: [number, number] }[] };
      return cases[0]?.lngLat ?? null;
    }).catch(() => null);
    if (place) await this.#phone.stand(place);
    await page.getByRole('contentinfo').getByRole('button', { name: /^我已到场/ }).click();
    return true;
  }
}
