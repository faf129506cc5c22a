import type { Progress } from '../progress.ts';
import type { DeviceTrack } from './fleet-tracks.ts';
import { Pace, timeShiftMs } from './pace.ts';
import { Terminal, TerminalRefused, type Edition } from './terminal.ts';
import { LineBroken, type TerminalAddress } from './terminal-line.ts';
import type { RefusedRow } from './ticket-reports.ts';

export interface FleetOutcome {
  readonly terminals: number;
  /** Positions the platform answered with success. */
  readonly taken: number;
  readonly refused: readonly RefusedRow[];
}

/** First and last moment of all tracks, the file's own time. */
function spanOf(tracks: readonly DeviceTrack[]): { firstAt: number; lastAt: number } {
  const ends = tracks.flatMap(({ fixes }) => [fixes[0]?.fileAt ?? 0, fixes.at(-1)?.fileAt ?? 0]);
  return { firstAt: Math.min(...ends), lastAt: Math.max(...ends) };
}

/** Plays every track as one terminal on a line of its own, all on one clock. */
export async function replayFleet(tracks: readonly DeviceTrack[], address: TerminalAddress, edition: Edition, speed: number, progress: Progress): Promise<FleetOutcome> {
  if (tracks.length === 0) return { terminals: 0, taken: 0, refused: [] };
  const startedAt = Date.now();
  const { firstAt, lastAt } = spanOf(tracks);
  const pace = new Pace(startedAt, firstAt, speed);
  const shiftMs = timeShiftMs(startedAt, firstAt, lastAt, speed);
  const total = tracks.reduce((sum, { fixes }) => sum + fixes.length, 0);
  const refused: RefusedRow[] = [];
  let [said, terminals, taken] = [0, 0, 0];

  async function play({ phone, fixes }: DeviceTrack): Promise<void> {
    const terminal = new Terminal(address, phone, edition);
    let next = 0;
    try {
      await terminal.open();
      terminals += 1;
      for (; next < fixes.length; next += 1) {
        const { fileAt, lng, lat, speedKmh, headingDeg } = fixes[next]!;
        await pace.until(fileAt);
        await terminal.say({ lng, lat, speedKmh, headingDeg, at: fileAt + shiftMs });
        progress.set('定位', (said += 1), total);
      }
      await terminal.close();
    } catch (error) {
      if (!(error instanceof TerminalRefused) && !(error instanceof LineBroken)) throw error;
      const reason = error instanceof TerminalRefused ? error.message : `终端号 ${phone} 连不上定位网关`;
      refused.push(...fixes.slice(next).map(({ line }) => ({ line, reason })));
      progress.set('定位', (said += fixes.length - next), total);
    }
    terminal.hangUp();
    taken += terminal.counts.taken;
  }

  await Promise.all(tracks.map(play));
  return { terminals, taken, refused };
}
