import { readFileSync } from 'node:fs';
import type { ChildProcess } from 'node:child_process';
import { startBroker, type TestBroker } from '../../support/broker.ts';
import type { Secrets } from '../../support/built-server.ts';
import { quietRules } from '../../e2e/actions/quiet-walls.ts';
import { toCsv } from '../csv.ts';
import { Workplace } from '../processes.ts';
import { Person } from '../rest.ts';
import { Surface } from '../surface.ts';
import { writeFieldDistrict, type FieldDistrict } from './district.ts';
import type { RoomPeople } from './room-bot.ts';
import type { Scale } from './scale.ts';

/** The product in a process of its own with an imported township, a broker, and the room. */
export interface Setting {
  readonly place: Workplace;
  readonly broker: TestBroker;
  readonly district: FieldDistrict;
  readonly secrets: Secrets;
  readonly room: RoomPeople;
  readonly desk: Surface;
  server: ChildProcess;
}

/** What anybody signs in with. */
export function passwordOf({ secrets }: Pick<Setting, 'secrets'>, account: string): string {
  return secrets.accounts.find((known) => known.account === account)?.password ?? '';
}

/** Each telephone has an address of its own, told by the proxy in front as in a township. */
export const addressOf = (i: number): string => `10.20.${Math.floor(i / 250)}.${(i % 250) + 1}`;

/** An edition of 签收阶梯 that is climbed within a shift: reminded, passed on to the next in line by itself once, then told to the desk. */
function hastyLadder({ signRungsMin: [remind, next, desk] }: Scale): object {
  const rows = ['特急', '紧急', '普通'].map((urgency) => [urgency, `${remind}分`, `${next}分`, 1, `${desk}分`, '验证']);
  return {
    version: '验证', effectiveFrom: new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date()), documentNo: '', isConfirmed: true,
    text: toCsv(['紧急程度', '催签', '转下一顺位', '自动转派次数', '报指挥台', '说明'], rows),
  };
}

/** Imports the township, starts the product and signs the room in; walls are not taken over, for their figures are read. */
export async function openSetting(scale: Scale): Promise<Setting> {
  const broker = await startBroker();
  const place = new Workplace({ MQTT_BROKER: `mqtt://127.0.0.1:${broker.port}`, TRUSTED_PROXIES: '127.0.0.1' });
  try {
    await place.takePorts();
    const district = writeFieldDistrict((name) => place.path(name), scale);
    const { code, output } = await place.run('server/src/cli/import.ts', [...district.files, '--data-dir', place.dataDir], true);
    if (code !== 0 || !output.includes('未载入 0 条')) throw new Error(output.slice(-1_000));
    const { server } = await place.startServer();
    const secrets = JSON.parse(readFileSync(`${place.dataDir}/demo-accounts.json`, 'utf8')) as Secrets;
    const signIn = (account: string): Promise<Person> => Person.signIn(place.url, '/api/v1/session', { account, password: passwordOf({ secrets }, account) });
    const admin = await signIn('admin1');
    for (const [kind, edition] of [['takeover-rules', quietRules()], ['sign-ladder', hastyLadder(scale)]] as const) {
      const { status, body } = await admin.ask('POST', `/api/v1/lists/${kind}/versions`, edition);
      if (status !== 201) throw new Error(`${kind} could not be published: ${JSON.stringify(body)}`);
    }
    const room = { intake: await signIn('intake1'), chief: await signIn('chief1'), dispatcher: await signIn('dispatch1') };
    return { place, broker, district, secrets, room, server, desk: await new Surface(place.url, room.dispatcher.cookie).opened() };
  } catch (error) {
    await place.clear();
    await broker.close();
    throw error;
  }
}
