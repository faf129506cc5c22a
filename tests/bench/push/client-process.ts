import { FRAME_HEADER_BYTES, FrameDecoder } from '@wangge/shared/frames';
import { PROBE_UNITS, preciseNow, probeAgeMs } from './fleet.ts';
import { ws } from './libraries.ts';
import type { PlainWebSocket } from './libraries.ts';
import type { ClientAnswer } from './talk.ts';

const [way = '', port = '', walls = ''] = process.argv.slice(2);
const COUNT_OFFSET = 16;
/** As the page does: what was drawn is told every 32 frames or 64 KB. */
const REPORT_FRAMES = 32;
const REPORT_BYTES = 64 * 1024;

const clients: PlainWebSocket[] = [];
let positions = 0;
let readyCount = 0;
let agesMs: number[] = [];
let bytesBefore = 0;

function takeText(text: string, client: PlainWebSocket, isTimed: boolean): void {
  if (text === '2') return client.send('3');
  if (text.startsWith('0')) return client.send('40');
  if (text.startsWith('40')) return way === 'ours' ? undefined : noteReady();
  if (text.startsWith('42["hello"')) return client.send('42["resume",{"epoch":null,"seq":0}]');
  if (text.startsWith('42["position"')) {
    positions += 1;
    if (isTimed) agesMs.push(preciseNow() - (JSON.parse(text.slice(2)) as [string, { at: number }])[1].at);
  } else if (text.startsWith('42["positions"')) {
    positions += isTimed ? takeTimes(text) : countRecords(text);
  }
}

/** Every record of a batch names its unit once. */
function countRecords(text: string): number {
  return text.split('"id"').length - 1;
}

function takeTimes(text: string): number {
  const records = (JSON.parse(text.slice(2)) as [string, { at: number }[]])[1];
  const now = preciseNow();
  for (const { at } of records) agesMs.push(now - at);
  return records.length;
}

function connect(isTimed: boolean): void {
  const path = way === 'bare' ? '/' : '/socket.io/?EIO=4&transport=websocket';
  const client = new ws(`ws://127.0.0.1:${port}${path}`, { perMessageDeflate: false });
  const decoder = new FrameDecoder();
  let drawn = 0;
  let [unreportedFrames, unreportedBytes] = [0, 0];

  function takeFrame(bytes: Buffer): void {
    positions += bytes.readUInt32LE(COUNT_OFFSET);
    if (isTimed) takeProbes(decoder, bytes);
    if (way !== 'ours') return;
    if (drawn === 0) noteReady();
    drawn += 1;
    unreportedFrames += 1;
    unreportedBytes += bytes.length;
    if (unreportedFrames < REPORT_FRAMES && unreportedBytes < REPORT_BYTES) return;
    [unreportedFrames, unreportedBytes] = [0, 0];
    client.send(`42["credit",${drawn}]`);
  }

  client.on('message', (data, isBinary) => {
    if (isBinary && data.length >= FRAME_HEADER_BYTES) takeFrame(data);
    else takeText(data.toString(), client, isTimed);
  });
  client.on('open', () => {
    if (way === 'bare') noteReady();
  });
  client.on('error', (error) => {
    throw error;
  });
  clients.push(client);
}

function takeProbes(decoder: FrameDecoder, bytes: Buffer): void {
  const frame = decoder.decode(bytes);
  // Before its first key frame the bare way has nothing to decode against: it has no probes.
  if (!frame.ok) return;
  const now = preciseNow();
  const { count, index, lng } = frame.value;
  for (let row = 0; row < count && (index[row] ?? 0) < PROBE_UNITS; row += 1) agesMs.push(probeAgeMs(lng[row] ?? 0, now));
}

function noteReady(): void {
  readyCount += 1;
  if (readyCount === Number(walls)) process.send?.('ready');
}

function bytesRead(): number {
  return clients.reduce((sum, client) => sum + client._socket.bytesRead, 0);
}

process.on('message', (question: 'begin' | 'report') => {
  const answer: ClientAnswer = { bytes: bytesRead() - bytesBefore, positions, agesMs };
  if (question === 'begin') {
    positions = 0;
    agesMs = [];
    bytesBefore = bytesRead();
  }
  process.send?.(answer);
});

for (let wall = 0; wall < Number(walls); wall += 1) connect(wall === 0);
