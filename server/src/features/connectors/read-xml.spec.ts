import { describe, expect, it } from 'vitest';
import { readXml, XmlFault } from './read-xml.ts';

describe('XML', () => {
  it('[CN1] is read as data: parts, attributes, lists, texts, without prefixes', () => {
    const text = '\uFEFF<?xml version="1.0" encoding="UTF-8"?><!-- 舆情 --><n:feed xmlns:n="urn:x"><item id="1"><t>甲 &amp; 乙&#x4E00;</t></item><item id="2"><t><![CDATA[<丙>]]></t><none/></item></n:feed>';
    expect(readXml(text)).toEqual({ feed: { 'xmlns:n': 'urn:x', item: [{ id: '1', t: '甲 & 乙一' }, { id: '2', t: '<丙>', none: '' }] } });
  });

  it.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'], ['an entity of its own', '<a>&x;</a>'], ['an element without an end', '<a><b></a>'],
    ['an end without an element', '</a>'], ['words alone', 'hello'], ['nothing', ''], ['a stray bracket', '<a>1 < 2</a>'], ['a number beyond all signs', '<a>&#x110000;</a>'],
    ['too deep a nest', `${'<a>'.repeat(40)}${'</a>'.repeat(40)}`],
  ])('[CN2] that is none is refused, and nothing is expanded or fetched: %s', (_what, text) => {
    expect(() => readXml(text)).toThrow(XmlFault);
  });

  it('[CN2] of a megabyte that means harm is refused in no time', () => {
    const began = performance.now();
    for (const text of ['<a '.repeat(300_000), `<a ${'x="1" '.repeat(150_000)}`, '<!--'.repeat(250_000), '<![CDATA['.repeat(100_000), `<a>${'&amp'.repeat(200_000)}</a>`, '</'.repeat(500_000)]) {
      try {
        readXml(text);
      } catch (error) {
        expect(error).toBeInstanceOf(XmlFault);
      }
    }
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('[CN2] never reaches what every object has', () => {
    const read = readXml('<__proto__><polluted>1</polluted></__proto__>');
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
