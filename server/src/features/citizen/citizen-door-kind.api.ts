import { join } from 'node:path';
import { z } from 'zod';
import type { CaseType } from '@wangge/shared/district';
import { jsonKind, type PathProblem } from '../lists/json-kind.api.ts';
import type { ListKind } from '../lists/list-kind.api.ts';

const name = z.string().min(1).max(40);
const settings = z.strictObject({
  version: name, effectiveFrom: z.iso.date(),
  /** How hard the proof of work is: zero bits, 2 to the power of that many tries; how long a challenge holds. */
  proof: z.strictObject({ bits: z.number().int().min(8).max(24), minutes: z.number().int().min(5).max(240) }),
  /** Most requests in an hour from one address; a village may stand behind one. */
  hourly: z.strictObject({ reports: z.number().int().min(1).max(10_000), photos: z.number().int().min(1).max(100_000), looks: z.number().int().min(1).max(100_000) }),
  photosMax: z.number().int().min(1).max(9),
  /** In the order of the page: the first six are seen at once, the rest behind one touch. */
  matters: z.array(z.strictObject({ typeCode: z.string().min(1).max(32), name: z.string().min(1).max(16), hint: z.string().max(60) })).min(1).max(30),
});

/** 百姓上报 as it is edited. */
export type CitizenDoorList = z.infer<typeof settings>;

/** 百姓上报: which case types citizens may report, in what words, and what keeps the door from being flooded. The default is our own filling (默认值). */
export const citizenDoorKind: ListKind<CitizenDoorList> = jsonKind<CitizenDoorList>({
  kind: 'citizen-door', name: '百姓上报', file: join(import.meta.dirname, 'defaults/citizen-door.json'), schema: settings,
  check({ matters }, { contentOf }) {
    const types = contentOf('case-types') as readonly CaseType[] | undefined;
    const codes = new Set(types?.map(({ code }) => code));
    return matters.flatMap(({ typeCode }, i): PathProblem[] => {
      const path = `matters.${i}.typeCode`;
      if (types && !codes.has(typeCode)) return [{ path, reason: '案件类型表里没有这个编码' }];
      return matters.findIndex((other) => other.typeCode === typeCode) < i ? [{ path, reason: '重复：同一类型只写一次' }] : [];
    });
  },
});
