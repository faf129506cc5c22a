import { createHash } from 'node:crypto';

/** The parts of a published record of a draw (抽取记录) that the rule speaks of. */
export interface PublishedDraw {
  readonly lastDay: string;
  readonly commitment: string;
  readonly seed: string | null;
  readonly poolHashes: Readonly<Record<'items' | 'objects' | 'inspectors', string>>;
  readonly pools: {
    readonly items: readonly { code: string; name: string; kind: string; basis: string; objectKinds: readonly string[]; sharePercent: Readonly<Record<string, number>>; inspectorsPerObject: number; publishLimit: { value: number; unit: string } }[];
    readonly objects: readonly { code: string; name: string; kind: string; grade: string; villageCode: string; unitsConcerned: readonly string[] }[];
    readonly inspectors: readonly { code: string; name: string; unit: string; areaCode: string; certificateNo: string; validTo: string; interests: readonly string[] }[];
  };
  readonly recusals: readonly { number: number; objectCode: string; inspectorCode: string; replacementCode: string }[];
}

const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest();
const inOrder = <T extends { readonly code: string }>(rows: readonly T[]): T[] => [...rows].sort((a, b) => Buffer.compare(Buffer.from(a.code), Buffer.from(b.code)));

/**
 * Another party's own reckoning of a draw, from the published rule alone and with nothing of the product: SHA-256 over
 * seed ‖ purpose ‖ 00 ‖ block number (32 bits), read word by word (32 bits, most significant byte first); a word at or above the last
 * whole multiple of what is left is passed over; the member it names changes places with the one in turn.
 */
function* words(seed: Buffer, purpose: string): Generator<bigint, never> {
  for (let block = 0; ; block += 1) {
    const number = Buffer.alloc(4);
    number.writeUInt32BE(block);
    const digest = sha256(Buffer.concat([seed, Buffer.from(purpose, 'utf8'), Buffer.from([0]), number]));
    for (let at = 0; at < digest.length; at += 4) yield BigInt(digest.readUInt32BE(at));
  }
}

function takeOut<T>(seed: Buffer, purpose: string, members: readonly T[], count: number): T[] {
  const source = words(seed, purpose);
  const row = [...members];
  for (let turn = 0; turn < count; turn += 1) {
    const left = BigInt(row.length - turn);
    let word = source.next().value;
    while (word >= (2n ** 32n / left) * left) word = source.next().value;
    const chosen = turn + Number(word % left);
    const held = row[turn]!;
    row[turn] = row[chosen]!;
    row[chosen] = held;
  }
  return row.slice(0, count);
}

/** Fingerprints of the three registers: a line of JSON for each entry, in the order of codes. */
export function fingerprints({ pools }: PublishedDraw): PublishedDraw['poolHashes'] {
  const print = (rows: readonly (readonly unknown[])[]): string => sha256(rows.map((row) => JSON.stringify(row)).join('\n')).toString('hex');
  return {
    items: print(inOrder(pools.items).map((i) => [i.code, i.name, i.kind, i.basis, i.objectKinds, ['A', 'B', 'C', 'D'].map((g) => i.sharePercent[g]), i.inspectorsPerObject, i.publishLimit.value, i.publishLimit.unit])),
    objects: print(inOrder(pools.objects).map((o) => [o.code, o.name, o.kind, o.grade, o.villageCode, o.unitsConcerned])),
    inspectors: print(inOrder(pools.inspectors).map((p) => [p.code, p.name, p.unit, p.areaCode, p.certificateNo, p.validTo, p.interests])),
  };
}

/** Whether the seed is the one that was promised. */
export function isPromised({ seed, commitment }: PublishedDraw): boolean {
  return sha256(Buffer.from(seed ?? '', 'hex')).toString('hex') === commitment;
}

/** Everybody who may check an object: certificate to the last day, no unit and no interest in the way. */
function mayCheck({ pools, lastDay }: PublishedDraw, object: PublishedDraw['pools']['objects'][number]): string[] {
  const free = pools.inspectors.filter((p) => p.validTo >= lastDay && !object.unitsConcerned.includes(p.unit) && !p.interests.includes(object.code));
  return inOrder(free).map(({ code }) => code);
}

/** The names once more: each drawn object with its items and inspectors, those who stepped in for recused ones in their places. */
export function drawAgain(record: PublishedDraw): { readonly objectCode: string; readonly itemCodes: string[]; readonly inspectorCodes: string[] }[] {
  const seed = Buffer.from(record.seed ?? '', 'hex');
  const drawn: { objectCode: string; itemCodes: string[]; inspectorCodes: string[] }[] = [];
  for (const object of inOrder(record.pools.objects)) {
    const items = inOrder(record.pools.items).filter((item) => {
      const alike = inOrder(record.pools.objects.filter(({ kind, grade }) => item.objectKinds.includes(kind) && grade === object.grade));
      const share = item.sharePercent[object.grade] ?? 0;
      const count = Math.min(alike.length, Number((BigInt(Math.round(share * 100)) * BigInt(alike.length) + 9_999n) / 10_000n));
      return takeOut(seed, `objects/${item.code}/${object.grade}`, alike, count).some(({ code }) => code === object.code);
    });
    if (items.length === 0) continue;
    const needed = items.reduce((most, item) => Math.max(most, item.inspectorsPerObject), 0);
    drawn.push({ objectCode: object.code, itemCodes: items.map(({ code }) => code), inspectorCodes: takeOut(seed, `inspectors/${object.code}`, mayCheck(record, object), needed) });
  }
  return drawn;
}

/** Who steps in at each recusal, one after the other. */
export function stepIn(record: PublishedDraw): string[] {
  const seed = Buffer.from(record.seed ?? '', 'hex');
  const now = new Map(drawAgain(record).map(({ objectCode, inspectorCodes }) => [objectCode, inspectorCodes]));
  const gone = new Map<string, string[]>();
  return record.recusals.map(({ objectCode, inspectorCode }, i) => {
    const object = record.pools.objects.find(({ code }) => code === objectCode)!;
    const [on, out] = [now.get(objectCode) ?? [], gone.get(objectCode) ?? []];
    const [next = ''] = takeOut(seed, `recusal/${i + 1}/${objectCode}`, mayCheck(record, object).filter((code) => !on.includes(code) && !out.includes(code)), 1);
    now.set(objectCode, on.map((code) => (code === inspectorCode ? next : code)));
    gone.set(objectCode, [...out, inspectorCode]);
    return next;
  });
}
