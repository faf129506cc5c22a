/**
 * 评价对象: 区域 (county, township, village or grid code; empty for all that the server knows), 部门, 队伍, and 岗位: one person in
 * one post (`intake:p-1`) or everybody in that post of a township (`intake@320281104`).
 */
export const SUBJECT_KINDS = ['area', 'department', 'team', 'post'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}

/** 岗位 that are appraised: 网格员, 受理员, 值班长, 派遣员, and whoever handles (承办人). */
export const POSTS = ['grid-worker', 'intake', 'duty-chief', 'dispatcher', 'handler'] as const;
export type Post = (typeof POSTS)[number];

/** One name for a subject among all kinds. */
export function subjectKey(subject: Subject): string {
  return `${subject.kind[0]}/${subject.id}`;
}

/** A person in a post. */
export function postOf(post: Post, personId: string): string {
  return `${post}:${personId}`;
}

/** Everybody in a post of a township. */
export function postsIn(post: Post, townCode: string): string {
  return `${post}@${townCode}`;
}

/** The post and the person of a post's subject id; the person is null for everybody in the post. */
export function readPost(id: string): { readonly post: string; readonly personId: string | null } {
  const colon = id.indexOf(':');
  return colon < 0 ? { post: id.split('@')[0] ?? id, personId: null } : { post: id.slice(0, colon), personId: id.slice(colon + 1) };
}

/** 9 digits of the township that a village lies in; a shorter code stands for itself. */
export function townOf(villageCode: string): string {
  return villageCode.slice(0, 9);
}

const AREA_LENGTHS = [6, 9] as const;

/** Whether a code is that of a county or a township. */
export function isWiderArea(code: string): boolean {
  return AREA_LENGTHS.some((length) => length === code.length);
}

/** Every area a place lies in, from the whole to its grid. */
export function areasOf(villageCode: string, gridCode: string): readonly string[] {
  const wider = AREA_LENGTHS.filter((length) => villageCode.length > length).map((length) => villageCode.slice(0, length));
  return [...new Set(['', ...wider, villageCode, gridCode])];
}
