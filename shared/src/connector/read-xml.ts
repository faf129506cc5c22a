/** What stands in a record: a text, or parts with names. Of parts of one name there is a list. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };
export type Fields = { readonly [name: string]: Value };

const DEEPEST = 30;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
/** Declaration, comment, CDATA, tag or text; whatever else begins with `<` is none of these. */
const TOKEN = /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([^\s<>/!?=]+)((?:\s+[^\s<>/=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)|(<)/g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** A text that is no XML we read; the message is for the person who mends it. */
export class XmlFault extends Error {}

interface Open {
  readonly name: string;
  readonly parts: Record<string, Value>;
  text: string;
}

function plain(text: string): string {
  return text.replace(/&(#x?[0-9a-fA-F]+|\w+);/g, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? fault(`不认识的实体 ${whole}`);
    const code = name[1] === 'x' ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : fault(`不认识的实体 ${whole}`);
  });
}

function fault(message: string): never {
  throw new XmlFault(message);
}

/** A second part of a name makes a list of both. */
function put(parts: Record<string, Value>, name: string, value: Value): void {
  const known = Object.hasOwn(parts, name) ? parts[name] : undefined;
  const next = known === undefined ? value : Array.isArray(known) ? [...(known as readonly Value[]), value] : [known, value];
  Object.defineProperty(parts, name, { value: next, enumerable: true, configurable: true, writable: true });
}

/**
 * Reads XML as data: an element is its text, or its parts and attributes by name. No document type, so that nothing is
 * expanded or fetched; prefixes of namespaces are left out. Throws XmlFault.
 */
export function readXml(text: string): Fields {
  const root: Open = { name: '', parts: {}, text: '' };
  const open: Open[] = [root];
  for (const [, cdata, isEnd, name = '', attributes = '', isEmpty, words, stray] of text.replace(/^\uFEFF/, '').matchAll(TOKEN)) {
    const top = open.at(-1)!;
    if (stray !== undefined) fault('有不成对的尖括号，或有不收的 DOCTYPE');
    else if (cdata !== undefined) top.text += cdata;
    else if (words !== undefined) top.text += plain(words);
    else if (name !== '') {
      const local = name.slice(name.indexOf(':') + 1);
      if (isEnd) close(open, local);
      else {
        if (open.length > DEEPEST) fault(`嵌套超过 ${DEEPEST} 层`);
        const one: Open = { name: local, parts: {}, text: '' };
        for (const [, key = '', double, single] of attributes.matchAll(ATTRIBUTE)) put(one.parts, key, plain(double ?? single ?? ''));
        open.push(one);
        if (isEmpty) close(open, local);
      }
    }
  }
  if (open.length > 1) fault(`元素 ${open.at(-1)!.name} 没有结束`);
  if (root.text.trim() !== '' || Object.keys(root.parts).length === 0) fault('不是 XML');
  return root.parts;
}

function close(open: Open[], name: string): void {
  const one = open.pop()!;
  const parent = open.at(-1);
  if (!parent || one.name !== name) return fault(`元素 ${one.name || name} 与 ${name} 不成对`);
  const text = one.text.trim();
  const hasParts = Object.keys(one.parts).length > 0;
  if (hasParts && text !== '') put(one.parts, 'text', text);
  put(parent.parts, name, hasParts ? one.parts : text);
}
