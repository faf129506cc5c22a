import { describe, expect, it } from 'vitest';
import { isTopicFilter, matchesTopic } from './topic-filter.ts';

describe('the filter of a connector that listens to a broker', () => {
  // The examples of OASIS MQTT 3.1.1, 4.7.1 and 4.7.2.
  it.each([
    ['sport/tennis/player1/#', 'sport/tennis/player1', true], ['sport/tennis/player1/#', 'sport/tennis/player1/ranking', true], ['sport/tennis/player1/#', 'sport/tennis/player1/score/wimbledon', true],
    ['sport/#', 'sport', true], ['#', 'sport/tennis', true], ['sport/tennis/+', 'sport/tennis/player1', true], ['sport/tennis/+', 'sport/tennis/player1/ranking', false],
    ['sport/+', 'sport', false], ['sport/+', 'sport/', true], ['+/+', '/finance', true], ['/+', '/finance', true], ['+', '/finance', false],
    ['#', '$SYS/uptime', false], ['+/monitor/Clients', '$SYS/monitor/Clients', false], ['iot/water', 'iot/Water', false], ['iot/water', 'iot/water/1', false],
  ])('[CN11] %s for %s: %s', (filter, name, isAsked) => {
    expect(matchesTopic(filter, name)).toBe(isAsked);
  });

  it('[CN11] is one, or is refused where it is written', () => {
    expect(['#', '+', 'iot/+/alarm', 'iot/water/#', '/iot', 'iot/'].map(isTopicFilter)).toEqual([true, true, true, true, true, true]);
    expect(['', 'sport/tennis#', 'sport/tennis/#/ranking', 'sport+', '$SYS/#', '$share/a/b', 'a\u0000b'].map(isTopicFilter)).toEqual([false, false, false, false, false, false, false]);
  });
});
