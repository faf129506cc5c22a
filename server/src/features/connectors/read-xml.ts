import { SaxesParser } from 'saxes';
import type { Fields, Value } from '@wangge/shared/connector';

const DEEPEST = 30;

/** A text that is no XML we read; the message is for the person who mends it. */
export class XmlFault extends Error {}

interface Open {
  readonly name: string;
  readonly parts: Record<string, Value>;
  text: string;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** A second part of a name makes a list of both. */
function put(parts: Record<string, Value>, name: string, value: Value): void {
  const known = Object.hasOwn(parts, name) ? parts[name] : undefined;
  const next = known === undefined ? value : Array.isArray(known) ? [...(known as readonly Value[]), value] : [known, value];
  Object.defineProperty(parts, name, { value: next, enumerable: true, configurable: true, writable: true });
}

/** An element as data: its text, or its parts and attributes by name. */
function close(open: Open[]): void {
  const one = open.pop();
  const parent = open.at(-1);
  if (!one || !parent) return;
  const text = one.text.trim();
  const hasParts = Object.keys(one.parts).length > 0;
  if (hasParts && text !== '') put(one.parts, 'text', text);
  put(parent.parts, one.name, hasParts ? one.parts : text);
}

/** Reads XML as data. No document type, so that nothing is expanded or fetched; prefixes of namespaces are left out. Throws XmlFault. */
export function readXml(text: string): Fields {
  const parser = new SaxesParser({ position: true });
  const root: Open = { name: '', parts: {}, text: '' };
  const open: Open[] = [root];
  const top = (): Open => open.at(-1) ?? root;
  const fault = (words: string): never => {
    throw new XmlFault(`第 ${parser.line} 行：${words}`);
  };
  parser.on('error', ({ message }) => fault(message.replace(/^\d+:\d+: /, '')));
  parser.on('doctype', () => fault('不收 DOCTYPE'));
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > DEEPEST) fault(`嵌套超过 ${DEEPEST} 层`);
    const one: Open = { name: local(name), parts: {}, text: '' };
    for (const [key, value] of Object.entries(attributes)) put(one.parts, key, value);
    open.push(one);
  });
  parser.on('closetag', () => close(open));
  parser.on('text', (words) => { top().text += words; });
  parser.on('cdata', (words) => { top().text += words; });
  parser.write(text).close();
  return root.parts;
}
