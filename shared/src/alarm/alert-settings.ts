import { isFields, type Value } from '../connector/index.ts';
import type { Happening, LadderRole, TakeoverProblem } from './takeover-rules.ts';

/** 短信, 语音电话, and a robot of a work platform (浙政钉 and its like). */
export const GATEWAY_KINDS = ['sms', 'voice', 'robot'] as const;
export type GatewayKind = (typeof GATEWAY_KINDS)[number];

/** One way out of the house (外发网关): an address that takes a JSON message for one person. */
export interface AlertGateway {
  readonly id: string;
  readonly name: string;
  readonly kind: GatewayKind;
  /** Where messages are posted; empty: it is off. `{secret}` stands for what the other side gave us, which is kept out of this list. */
  readonly url: string;
  /** How long it may take to answer, in seconds. */
  readonly patienceS: number;
  /** Whom of the called it tells, by role and by post (岗位); empty for all. */
  readonly roles: readonly LadderRole[];
  readonly posts: readonly string[];
  /** The message as the other side wants it, with the words of `ALERT_WORDS` in its texts. */
  readonly body: Value;
  /** Where its answer says that it took the message, besides the status: robots answer 200 to what they drop. */
  readonly accepted?: { readonly path: string; readonly value: string };
}

/** What is told of a happening, in a sentence with `{place}`, `{matter}` and `{post}`. A happening without one is told nobody outside. */
export interface AlertTemplate {
  readonly on: Happening | 'flood';
  readonly text: string;
  /** Whether it goes out in a drill (演练) too, marked as one. */
  readonly alsoDrills: boolean;
}

/** 告警外发 in force. Gateways stand in the order in which they are tried. In the quiet hours (Asia/Shanghai, HH:MM) only what its rule lets through goes out. */
export interface AlertSettings {
  readonly quiet: { readonly from: string; readonly to: string };
  readonly templates: readonly AlertTemplate[];
  readonly gateways: readonly AlertGateway[];
}

/** What a message may be made of. `text`: the sentence of its template. `key`: the same for the same person, alarm and call. */
export const ALERT_WORDS = ['text', 'place', 'matter', 'post', 'name', 'phone', 'key', 'secret'] as const;
export type AlertWord = (typeof ALERT_WORDS)[number];
const TEXT_WORDS: readonly string[] = ['place', 'matter', 'post'];
const URL_WORDS: readonly string[] = ['secret'];

const wordsIn = (text: string): readonly string[] => [...text.matchAll(/\{(\w*)\}/g)].map(([, name = '']) => name);

function textsOf(value: Value): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return isFields(value) ? Object.values(value).flatMap(textsOf) : [];
}

/** Whether a message can be made for nobody whose telephone is not known. */
export function needsPhone({ body }: Pick<AlertGateway, 'body'>): boolean {
  return textsOf(body).some((text) => text.includes('{phone}'));
}

/** A message with the words of one person and alarm in the places of its texts; names of its parts and numbers stay. */
export function fillBody(body: Value, words: Readonly<Record<AlertWord, string>>): Value {
  if (typeof body === 'string') return body.replaceAll(/\{(\w+)\}/g, (whole, name: AlertWord) => (ALERT_WORDS.includes(name) ? words[name] : whole));
  if (Array.isArray(body)) return body.map((part: Value) => fillBody(part, words));
  return isFields(body) ? Object.fromEntries(Object.entries(body).map(([name, part]) => [name, fillBody(part, words)])) : body;
}

/** What would keep a message from reaching anybody, or make it say nothing, by path. */
export function alertProblems({ templates, gateways }: Pick<AlertSettings, 'templates' | 'gateways'>): TakeoverProblem[] {
  const problems: TakeoverProblem[] = [];
  const complain = (path: string, reason: string): void => void problems.push({ path, reason });
  const onlyKnown = (path: string, texts: readonly string[], known: readonly string[]): void => {
    for (const name of new Set(texts.flatMap(wordsIn))) if (!known.includes(name)) complain(path, `不认识的占位 {${name}}，可用 ${known.map((one) => `{${one}}`).join('、')}`);
  };
  templates.forEach(({ on, text }, index) => {
    if (templates.findIndex((other) => other.on === on) < index) complain(`templates.${index}.on`, '同一情形写了两次');
    onlyKnown(`templates.${index}.text`, [text], TEXT_WORDS);
  });
  gateways.forEach((gateway, index) => {
    const texts = textsOf(gateway.body);
    if (gateways.findIndex(({ id }) => id === gateway.id) < index) complain(`gateways.${index}.id`, '同一编号写了两次');
    onlyKnown(`gateways.${index}.url`, [gateway.url], URL_WORDS);
    onlyKnown(`gateways.${index}.body`, texts, ALERT_WORDS);
    if (!texts.some((text) => /\{(text|matter)\}/.test(text))) complain(`gateways.${index}.body`, '没有说是什么事，须有 {text} 或 {matter}');
    if (gateway.kind !== 'robot' && !needsPhone(gateway)) complain(`gateways.${index}.body`, '短信和语音须有 {phone}');
  });
  return problems;
}
