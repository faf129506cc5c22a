import { crc32, deflateSync } from 'node:zlib';
import type { Locator } from 'playwright-core';
import type { OpenPage } from '../../support/browser.ts';
import type { Place } from '../../support/built-server.ts';
import { Person } from './person.ts';
import type { VisitOptions, Visits } from './visits.ts';

type LngLat = readonly [number, number];

/** A squad member's phone, and what a thumb does there. */
export class Phone {
  readonly page: OpenPage['page'];
  readonly visit: OpenPage;
  /** Sentences that came in, such as a new order. */
  readonly notices: Locator;

  private constructor(visit: OpenPage) {
    this.visit = visit;
    this.page = visit.page;
    this.notices = this.page.getByRole('status').getByRole('listitem');
  }

  /** Opens the phone page of one of the demo's accounts at a place where it stands, and waits until it is connected. */
  static async open(visits: Visits, product: Place, account: string, at: LngLat, options: VisitOptions = {}): Promise<Phone> {
    const { session } = await Person.signIn(product, account);
    const position = { longitude: at[0], latitude: at[1] };
    const visit = await visits.open(`${product.url}/field`, { session, position, isPhone: true, viewport: { width: 390, height: 844 }, ...options });
    const phone = new Phone(visit);
    await phone.page.getByRole('heading', { level: 1 }).filter({ hasText: /\S/ }).waitFor();
    return phone;
  }

  /** Walks to another place. */
  async stand(at: LngLat): Promise<void> {
    await this.visit.context.setGeolocation({ longitude: at[0], latitude: at[1], accuracy: 8 });
  }

  /** 上岗: from now on the position is shared; waits until the server has it. */
  async goOnDuty(): Promise<void> {
    const isShared = this.page.waitForResponse('**/api/v1/positions');
    await this.page.getByRole('button', { name: '未上岗' }).click();
    await this.page.getByRole('dialog', { name: '未上岗' }).getByRole('button', { name: /^上岗/ }).click();
    await this.page.getByRole('button', { name: /在岗.*位置共享中/ }).waitFor();
    await isShared;
  }

  /** Brings an order before the person where the team has several in hand. */
  async choose(matter: string): Promise<void> {
    const isShown = this.order(matter).or(this.page.getByRole('button').filter({ hasText: matter }));
    await isShown.first().waitFor();
    if (await this.order(matter).count() === 0) await this.page.getByRole('button').filter({ hasText: matter }).first().click();
    await this.order(matter).waitFor();
  }

  /** The order before the person. */
  order(matter: string): Locator {
    return this.page.getByRole('article').getByRole('heading', { name: matter });
  }

  /** The one large button. */
  button(name: RegExp): Locator {
    return this.page.getByRole('contentinfo').getByRole('button', { name });
  }

  /** One of 签收, 到场, 处置, 反馈 with its time. */
  step(name: string): Locator {
    return this.page.getByRole('list', { name: '办理进度' }).getByRole('listitem').filter({ hasText: name });
  }

  /** 反馈结果 with a photo and a sentence; the form closes within so long. */
  async reportBack(note: string, withinMs = 60_000): Promise<void> {
    await this.button(/^反馈结果/).click();
    const sheet = this.page.getByRole('dialog', { name: '反馈结果' });
    await sheet.getByLabel('拍一张').setInputFiles({ name: 'after.png', mimeType: 'image/png', buffer: smallPhoto() });
    await sheet.getByRole('img', { name: '照片 1' }).waitFor();
    await sheet.getByLabel('办了什么').first().fill(note);
    await sheet.getByRole('button', { name: /^提交反馈/ }).click();
    await sheet.waitFor({ state: 'detached', timeout: withinMs });
  }
}

/** A PNG of 64 × 48 pixels as a camera might send, made here so that no picture lies in the repository. */
export function smallPhoto(): Buffer {
  return photoOf(64, 48);
}

/** A PNG of this size; `level` 0 packs nothing, so that it weighs three bytes a pixel. */
export function photoOf(width: number, height: number, level = 6): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let i = 0; i < rows.length; i += 1) rows[i] = i % (1 + width * 3) === 0 ? 0 : (i * 7) % 256;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level })), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
