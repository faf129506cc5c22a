/** One tone (提示音): pitch, when it begins after the call, and how long it sounds. */
interface Tone {
  readonly hz: number;
  readonly atMs: number;
  readonly lastMs: number;
}

/** What a room hears: 特急 two soft tones, 红灯 one, 断链 one low one. */
export const TONES = {
  urgent: [{ hz: 660, atMs: 0, lastMs: 180 }, { hz: 880, atMs: 180, lastMs: 180 }],
  once: [{ hz: 660, atMs: 0, lastMs: 240 }],
  'link-lost': [{ hz: 220, atMs: 0, lastMs: 420 }],
} as const satisfies Readonly<Record<string, readonly Tone[]>>;
export type ToneName = keyof typeof TONES;

/** Rise and fall of a tone, so that it begins and ends softly. */
const EDGE_S = 0.03;
const LOUDEST = 0.5;

/** Synthesised tones of one page. A browser may hold them back until somebody touched the page. */
export interface ToneBox {
  readonly isBlocked: () => boolean;
  /** Asks the browser to let sound through; to be called while a person presses something. */
  allow(): Promise<void>;
  play(name: ToneName, volume: number): void;
  /** Ends at once what sounds. */
  hush(): void;
  close(): void;
}

export function createToneBox(): ToneBox {
  const context = new AudioContext();
  let out = context.createGain();
  out.connect(context.destination);

  function hush(): void {
    out.disconnect();
    out = context.createGain();
    out.connect(context.destination);
  }

  return {
    isBlocked: () => context.state !== 'running',
    allow: () => context.resume(),
    hush,
    play(name, volume) {
      if (context.state !== 'running') return void context.resume();
      for (const { hz, atMs, lastMs } of TONES[name]) {
        const [from, to] = [context.currentTime + atMs / 1_000, context.currentTime + (atMs + lastMs) / 1_000];
        const gain = context.createGain();
        gain.gain.setValueAtTime(0, from);
        gain.gain.linearRampToValueAtTime(LOUDEST * volume, from + EDGE_S);
        gain.gain.setValueAtTime(LOUDEST * volume, to - EDGE_S);
        gain.gain.linearRampToValueAtTime(0, to);
        const source = new OscillatorNode(context, { frequency: hz, type: 'sine' });
        source.connect(gain).connect(out);
        source.start(from);
        source.stop(to);
      }
    },
    close: () => void context.close(),
  };
}
