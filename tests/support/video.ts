import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { apt, mayInstall } from './apt.ts';

const PROGRAM = 'ffmpeg';
const HELP = '没有 ffmpeg，视频的测试无法运行：sudo apt-get install -y ffmpeg';
const READY_WITHIN_MS = 30_000;

/** A test picture with seconds that count, as cameras send it: H.264 baseline, a key frame each second. */
const PICTURE = [
  '-hide_banner', '-loglevel', 'error', '-re', '-f', 'lavfi', '-i', 'testsrc=size=640x360:rate=10', '-c:v', 'libx264', '-profile:v', 'baseline', '-preset', 'ultrafast', '-tune', 'zerolatency', '-g', '10', '-pix_fmt', 'yuv420p', '-an',
];

const isThere = (): boolean => spawnSync(PROGRAM, ['-version']).status === 0;

/** Makes sure there is an ffmpeg, installing Debian's where this process may; answers the sentence that says how to get one otherwise. */
export function prepareVideo(): string | undefined {
  if (!isThere() && mayInstall()) {
    console.log('正在安装 ffmpeg …');
    apt('update');
    apt('install', '-y', '--no-install-recommends', 'ffmpeg');
  }
  return isThere() ? undefined : HELP;
}

/** A media server of one camera, by every way, on this machine. */
export interface Video {
  /** As it stands in CAMERA_HOSTS. */
  readonly host: string;
  readonly address: { readonly hls: string; readonly flv: string; readonly whep: string };
  /** What answers the offer of a WHEP player; who asked and how many sessions were ended. */
  whep: { answer: ((offer: string) => Promise<string>) | null; ended: number };
  /** The camera dies: whatever plays breaks off, and nothing answers. */
  kill(): void;
  back(): Promise<void>;
  close(): Promise<void>;
}

export async function startVideo(): Promise<Video> {
  const folder = mkdtempSync(join(tmpdir(), 'wangge-video-'));
  const playlist = join(folder, 'live.m3u8');
  const children = new Set<ChildProcess>();
  const open = new Set<ServerResponse>();
  const whep: Video['whep'] = { answer: null, ended: 0 };
  let isDead = false;

  function run(...output: string[]): ChildProcess {
    const child = spawn(PROGRAM, [...PICTURE, ...output], { stdio: ['ignore', 'pipe', 'ignore'] });
    children.add(child);
    child.once('close', () => children.delete(child));
    return child;
  }

  async function begin(): Promise<void> {
    isDead = false;
    rmSync(playlist, { force: true });
    run('-f', 'hls', '-hls_time', '1', '-hls_list_size', '4', '-hls_flags', 'delete_segments+omit_endlist', '-hls_start_number_source', 'epoch', playlist);
    const giveUpAt = Date.now() + READY_WITHIN_MS;
    while (!existsSync(playlist)) {
      if (Date.now() > giveUpAt) throw new Error('ffmpeg wrote no playlist');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  function kill(): void {
    isDead = true;
    for (const child of children) child.kill('SIGKILL');
    for (const response of open) response.destroy();
  }

  async function offered(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const answer = await whep.answer?.(Buffer.concat(chunks).toString());
    if (answer === undefined) return void response.writeHead(404).end();
    response.writeHead(201, { 'content-type': 'application/sdp', location: '/whep/session-1', 'access-control-expose-headers': 'location' }).end(answer);
  }

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://camera');
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-methods', 'GET, POST, DELETE, OPTIONS');
    response.setHeader('access-control-allow-headers', 'content-type');
    response.setHeader('cache-control', 'no-store');
    open.add(response);
    response.once('close', () => open.delete(response));
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    if (isDead) return void response.writeHead(503).end();
    if (pathname === '/whep' && request.method === 'POST') return void offered(request, response).catch(() => response.destroy());
    if (pathname === '/whep/session-1' && request.method === 'DELETE') {
      whep.ended += 1;
      return void response.writeHead(200).end();
    }
    if (pathname === '/live.flv') {
      const child = run('-f', 'flv', 'pipe:1');
      response.once('close', () => child.kill('SIGKILL'));
      return void child.stdout?.pipe(response.writeHead(200, { 'content-type': 'video/x-flv' }));
    }
    const file = join(folder, basename(pathname));
    if (!existsSync(file)) return void response.writeHead(404).end();
    createReadStream(file).on('error', () => response.destroy()).pipe(response.writeHead(200, { 'content-type': pathname.endsWith('.m3u8') ? 'application/vnd.apple.mpegurl' : 'video/mp2t' }));
  });
  await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready));
  await begin();
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host, whep, kill, back: begin,
    address: { hls: `http://${host}/live.m3u8`, flv: `http://${host}/live.flv`, whep: `http://${host}/whep` },
    async close() {
      kill();
      await new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
