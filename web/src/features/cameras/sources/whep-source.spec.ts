import { describe, expect, it } from 'vitest';
import { sessionOf } from './whep-source.ts';

const URL_ASKED = 'http://media.lan:8080/whep/gate?token=1';

describe('the session of a WHEP player', () => {
  it.each([
    ['/whep/session/7', 'http://media.lan:8080/whep/session/7'], ['session/7', 'http://media.lan:8080/whep/session/7'], ['http://media.lan:8080/s/7', 'http://media.lan:8080/s/7'],
    ['http://elsewhere.lan/s/7', null], ['http://media.lan/s/7', null], ['//elsewhere.lan/s/7', null], ['http://[', null], [null, null],
  ])('[VD11] is the one of that host and no other: %s', (location, session) => {
    expect(sessionOf(location, URL_ASKED)).toBe(session);
  });
});
