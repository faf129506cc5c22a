import { describe, expect, it } from 'vitest';
import { readReplayOptions } from './options.ts';

const config = { port: 8080, jt808Port: 8808, dataDir: './data' };
const read = (...args: string[]): ReturnType<typeof readReplayOptions> => readReplayOptions(args, config);

describe('the command line of a replay', () => {
  it('takes what it leaves open from the settings', () => {
    expect(read('--tickets', 'a.csv', '--speed', '600')).toMatchObject({
      ticketsFile: 'a.csv', speed: 600, limit: Infinity, url: 'http://127.0.0.1:8080', jt808: { host: '127.0.0.1', port: 8808 }, dataDir: './data',
    });
    expect(read('--fleet', 'f.csv', '--url', 'http://10.0.0.2:9000/').jt808).toEqual({ host: '10.0.0.2', port: 8808 });
  });

  it.each([
    [['--speed', '600'], '--tickets'], [['--fleet', 'f', '--speed', 'fast'], '--speed'], [['--fleet', 'f', '--limit', '0'], '--limit'],
    [['--fleet', 'f', '--jt808', 'here'], '--jt808'], [['--fleet', 'f', '--url', 'ftp://x'], '--url'], [['--fleets', 'f'], '--fleets'],
  ])('refuses %s in one sentence that names the option', (args, option) => {
    expect(() => read(...args)).toThrow(expect.objectContaining({ code: 'OPTION_INVALID', message: expect.stringContaining(option) }));
  });
});
