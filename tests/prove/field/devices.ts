import { randomUUID } from 'node:crypto';
import type { TestBroker } from '../../support/broker.ts';
import { placeIn } from './district.ts';
import { wait } from './scale.ts';

/** Kinds of devices by the filters of the ready connectors, with an alarm that is nobody's life and death. */
const KINDS = [
  { name: 'water', words: { site: '道路', content: '下穿通道积水' } }, { name: 'smoke', words: { alarmType: '低电量', content: '烟感电量低' } },
  { name: 'switch-box', words: { alarmType: '过载', content: '电箱过载' } },
] as const;
const AGAIN_SHARE = 0.15;
const CHANGED_EACH = 25;

/** 物联设备: alarms on the county's broker, some said twice, some numbers used twice for something else. */
export class Devices {
  /** Numbers of alarms, each of which must be one case. */
  readonly alarms: string[] = [];
  /** Everything that was published, by text. */
  readonly texts: string[] = [];
  repeats = 0;
  /** Numbers that came again with other words: each a dead letter. */
  readonly changed: string[] = [];
  readonly #broker: TestBroker;
  readonly #random: () => number;
  readonly #running: Promise<void>;
  #isOver = false;

  constructor(broker: TestBroker, corners: readonly (readonly [number, number])[], eachMs: number, random: () => number) {
    this.#broker = broker;
    this.#random = random;
    this.#running = this.#ring(corners, eachMs);
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#running;
  }

  /** Whether the product has told the broker that it has all that was published. */
  isHeard(): boolean {
    const heard = new Set(this.#broker.acknowledged);
    return this.texts.every((text) => heard.has(text));
  }

  async #ring(corners: readonly (readonly [number, number])[], eachMs: number): Promise<void> {
    while (!this.#isOver) {
      const kind = KINDS[Math.floor(this.#random() * KINDS.length)] ?? KINDS[0];
      const [lng, lat] = placeIn(corners[Math.floor(this.#random() * corners.length)] ?? [0, 0], this.#random);
      const alarmId = `IOT-${randomUUID()}`;
      this.alarms.push(alarmId);
      const topic = `iot/${kind.name}/${this.alarms.length}/alarm`;
      const said = { alarmId, ...kind.words, lng, lat };
      await this.#say(topic, JSON.stringify(said));
      if (this.#random() < AGAIN_SHARE) {
        this.repeats += 1;
        await this.#say(topic, JSON.stringify(said));
      }
      if (this.alarms.length % CHANGED_EACH === 0) {
        this.changed.push(alarmId);
        await this.#say(topic, JSON.stringify({ ...said, content: `${kind.words.content}，仍未解除` }));
      }
      await wait(eachMs);
    }
  }

  async #say(topic: string, text: string): Promise<void> {
    this.texts.push(text);
    await this.#broker.publish(topic, text);
  }
}
