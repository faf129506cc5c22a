declare const brand: unique symbol;
type Branded<B extends string> = string & { readonly [brand]: B };

export type CaseId = Branded<'CaseId'>;
export type TeamId = Branded<'TeamId'>;
export type UnitId = Branded<'UnitId'>;
export type DepartmentId = Branded<'DepartmentId'>;
export type PersonId = Branded<'PersonId'>;

/** Names a checked string as an identifier; call it only at an edge that has checked the string. */
export function asId<T extends string>(value: string): T {
  return value as T;
}
