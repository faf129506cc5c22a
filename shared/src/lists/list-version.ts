/**
 * 清单版本: one edition of something a county edits: types, responsibilities, templates, weights, calendars. An edition is
 * never changed after it was published; a new one takes its place from its day on. `isConfirmed` false: 默认值, shown as such
 * until the county has confirmed it. `content` is an array of rows for tables, an object for settings.
 */
export interface ListVersion<Content = unknown> {
  readonly kind: string;
  readonly version: string;
  /** First day on which it holds, YYYY-MM-DD in Asia/Shanghai. */
  readonly effectiveFrom: string;
  /** 签发文号; empty for defaults. */
  readonly documentNo: string;
  readonly isConfirmed: boolean;
  readonly publishedAt: number;
  readonly publishedBy: string;
  readonly content: Content;
}

/** The edition in force on a day: of those that hold by then the latest, and of the same day the one published last. Undefined before the first. */
export function versionInForce<Content>(versions: readonly ListVersion<Content>[], day: string): ListVersion<Content> | undefined {
  let found: ListVersion<Content> | undefined;
  for (const version of versions) {
    if (version.effectiveFrom > day) continue;
    if (!found || version.effectiveFrom > found.effectiveFrom || (version.effectiveFrom === found.effectiveFrom && version.publishedAt >= found.publishedAt)) found = version;
  }
  return found;
}
