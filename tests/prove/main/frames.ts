import { connect, type Socket } from 'node:net';
import { createTerminalEncoder } from '@wangge/server/ingest/jt808';
import type { Checks } from '../checks.ts';
import { readMetrics } from '../rest.ts';
import type { KnownFrame, KnownLocation } from '../sources/source-types.ts';

/** An answer of the platform, read by the standard and by nothing of ours. */
interface Reply {
  readonly messageId: number;
  readonly phone: string;
  readonly ackSerial: number;
  readonly ackId: number | null;
  readonly result: number;
  readonly text: string;
}

const REPLY_WITHIN_MS = 3_000;
const plainPhone = (phone: string): string => phone.replace(/^0+/, '');

/** Cuts bytes at 0x7e, undoes 7d 01 and 7d 02, checks the xor and reads header and answer (JT/T 808 §4.4, §8.2, §8.6). */
function readReplies(bytes: Buffer): Reply[] {
  return bytes.toString('hex').replace(/../g, '$& ').split('7e').map((part) => part.trim()).filter((part) => part !== '').flatMap((part): Reply[] => {
    const plain = Buffer.from(part.replaceAll('7d 02', '7e').replaceAll('7d 01', '7d').replaceAll(' ', ''), 'hex');
    if (plain.reduce((xor, byte) => xor ^ byte, 0) !== 0) throw new Error(`checksum of a reply is wrong: ${part}`);
    const is2019 = (plain.readUInt16BE(2) & 0x4000) !== 0;
    const [phoneAt, phoneBytes] = is2019 ? [5, 10] : [4, 6];
    const body = plain.subarray(phoneAt + phoneBytes + 2, -1);
    const messageId = plain.readUInt16BE(0);
    const phone = plainPhone(plain.subarray(phoneAt, phoneAt + phoneBytes).toString('hex'));
    return messageId === 0x8001
      ? [{ messageId, phone, ackSerial: body.readUInt16BE(0), ackId: body.readUInt16BE(2), result: body[4] ?? -1, text: '' }]
      : [{ messageId, phone, ackSerial: body.readUInt16BE(0), ackId: null, result: body[2] ?? -1, text: body.subarray(3).toString('latin1') }];
  });
}

/** One line to the gateway; sends bytes and waits for the answer, or a little while where none may come. */
class Line {
  readonly #socket: Socket;
  #received: Buffer = Buffer.alloc(0);
  isClosed = false;

  constructor(port: number) {
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.#socket.on('data', (chunk: Buffer) => (this.#received = Buffer.concat([this.#received, chunk])));
    this.#socket.on('close', () => (this.isClosed = true));
    this.#socket.on('error', () => (this.isClosed = true));
  }

  async say(bytes: Uint8Array, wantsReply: boolean): Promise<Reply[]> {
    this.#received = Buffer.alloc(0);
    this.#socket.write(bytes);
    const giveUpAt = Date.now() + (wantsReply ? REPLY_WITHIN_MS : 60);
    const isWhole = (): boolean => this.#received.length > 1 && this.#received.at(-1) === 0x7e;
    while (Date.now() < giveUpAt && !(wantsReply && isWhole())) await new Promise((resolve) => setTimeout(resolve, 5));
    return readReplies(this.#received);
  }

  close(): void {
    this.#socket.destroy();
  }
}

function isPlatformMessage(frame: KnownFrame): boolean {
  return frame.class === 'valid' && Number(frame.decoded_by_standard.msg_id) >= 0x8000;
}

/** What a platform must answer to a terminal that has not authenticated: [message id, result]; null where nothing. */
function wantedReply(frame: KnownFrame, allowed: ReadonlySet<string>): readonly [number, number] | null {
  if (frame.class !== 'valid' || isPlatformMessage(frame)) return null;
  const { msg_id: id, phone = '' } = frame.decoded_by_standard;
  if (Number(id) === 0x0100) return [0x8100, allowed.has(plainPhone(phone)) ? 0 : 4];
  return [0x8001, 1];
}

/** Sends every frame as a stranger on one line, and checks each answer and every counter. */
async function askAsStranger(port: number, url: string, frames: readonly KnownFrame[], allowed: ReadonlySet<string>, checks: Checks): Promise<void> {
  const line = new Line(port);
  const wrong: string[] = [];
  let answered = 0;
  for (const frame of frames) {
    const wanted = wantedReply(frame, allowed);
    const [reply, ...more] = await line.say(Buffer.from(frame.hex, 'hex'), wanted !== null);
    const { msg_id: id, phone = '', serial } = frame.decoded_by_standard;
    const isRight = wanted === null ? reply === undefined
      : reply !== undefined && more.length === 0 && reply.messageId === wanted[0] && reply.result === wanted[1] && reply.ackSerial === serial
        && reply.phone === plainPhone(phone) && (reply.ackId === null || reply.ackId === Number(id)) && (wanted[0] !== 0x8100 || wanted[1] !== 0 || reply.text !== '');
    if (reply !== undefined) answered += 1;
    if (!isRight) wrong.push(`${frame.id} ${id}: ${JSON.stringify(reply)}`);
  }
  checks.check(`${frames.length} JT/T 808 frames over TCP answered as the standard says`, wrong.length === 0 && !line.isClosed,
    wrong.length === 0 ? `${answered} replies, ${frames.length - answered} rightly without; the line lived` : wrong.slice(0, 4).join('; '));
  line.close();
  const ofClass = (name: string): number => frames.filter((frame) => frame.class === name).length;
  const refused = await readMetrics(url, 'wangge_jt808_refused_frames');
  checks.same('frames dropped are counted by reason', [refused.get('checksum'), refused.get('short'), refused.get('direction')],
    [ofClass('bad_checksum'), ofClass('bad_short'), frames.filter(isPlatformMessage).length], `checksum, short, direction: ${ofClass('bad_checksum')}, ${ofClass('bad_short')}, ${frames.filter(isPlatformMessage).length}`);
}

/** What the gate must say of the frames' positions, counted by the rules of the product: no fix, impossible, repeated, new, older. */
function judge(locations: readonly (readonly [phone: string, location: KnownLocation])[]): Map<string, number> {
  const newest = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const [phone, { fix_valid: hasFix, lat, lon, time }] of locations) {
    const at = Date.parse(time);
    const before = newest.get(phone);
    const verdict = !hasFix ? 'POSITION_NO_FIX' : Math.abs(lat) > 90 || Math.abs(lon) > 180 ? 'POSITION_OUT_OF_RANGE'
      : before === undefined || at > before ? 'live' : at === before ? 'POSITION_DUPLICATE' : 'track-only';
    if (verdict === 'live') newest.set(phone, at);
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  }
  return counts;
}

/** Sends the frames that hold positions once more, now each on the line of its own authenticated terminal. */
async function askAuthenticated(port: number, frames: readonly KnownFrame[], checks: Checks): Promise<Map<string, number>> {
  const withPlace = frames.filter(({ decoded_by_standard: { location, batch } }) => location !== undefined || batch !== undefined);
  const phones = [...new Set(withPlace.map(({ decoded_by_standard: { phone = '' } }) => phone))];
  let taken = 0;
  for (const phone of phones) {
    const line = new Line(port);
    const terminal = createTerminalEncoder(plainPhone(phone), phone.length > 12 ? '2019' : '2013', 9_000);
    const [registered] = await line.say(terminal.register({ provinceId: 0, countyId: 0, makerId: 'PROVE', model: 'P', terminalId: '1', plateColour: 0, plate: 'P' }), true);
    await line.say(terminal.authenticate(registered?.text ?? ''), true);
    for (const frame of withPlace.filter(({ decoded_by_standard }) => decoded_by_standard.phone === phone)) {
      const [reply] = await line.say(Buffer.from(frame.hex, 'hex'), true);
      if (reply?.result === 0 && reply.ackSerial === frame.decoded_by_standard.serial) taken += 1;
    }
    line.close();
  }
  checks.same('the same positions from authenticated terminals are answered with success', taken, withPlace.length, `${taken} frames of ${phones.length} terminals`);
  return judge(phones.flatMap((phone) => withPlace.filter(({ decoded_by_standard }) => decoded_by_standard.phone === phone)
    .flatMap(({ decoded_by_standard: { location, batch } }) => [...(location ? [location] : []), ...(batch?.items ?? [])].map((place) => [phone, place] as const))));
}

/** Sends the public frames in both ways; answers how many positions the gate must have judged how. */
export async function proveFrames(port: number, url: string, frames: readonly KnownFrame[], allowed: ReadonlySet<string>, checks: Checks): Promise<Map<string, number>> {
  await askAsStranger(port, url, frames, allowed, checks);
  return askAuthenticated(port, frames, checks);
}
