/** Over whom a right is to be used: a stationed body, or one person of it. */
export interface RightTarget {
  readonly departmentId: string;
  readonly department: string;
  readonly personId: string | null;
  readonly personName: string | null;
}
