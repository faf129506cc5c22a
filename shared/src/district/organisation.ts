import type { DepartmentId, PersonId, TeamId, UnitId } from '../base/index.ts';
import type { Role } from '../access/index.ts';
import type { Platform } from './case-type.ts';

/** 乡镇 (街道): 9-digit code. `room`: what its command room is called. */
export interface Town {
  readonly code: string;
  readonly name: string;
  readonly room: string;
  /** 指挥室电话: where the field may call; absent where none was given. */
  readonly roomPhone?: string;
}

/** 村社: 12-digit code (GB/T 2260 county 6 + township 3 + village 3). */
export interface Village {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
}

/** 网格: 15-digit code, its village's 12 + serial 3. 基础 or 专属. */
export interface Grid {
  readonly code: string;
  readonly name: string;
  readonly villageCode: string;
  readonly kind: 'basic' | 'special';
}

/** 部门、派驻机构、村社: whoever can be made lead or support of a case. */
export interface Department {
  readonly id: DepartmentId;
  readonly name: string;
  readonly kind: 'town' | 'stationed' | 'village' | 'company' | 'county';
  readonly platform: Platform | null;
  /** 6 digits: of the county; 9: of one township; 12: a village's own. */
  readonly areaCode: string;
}

/** 队伍: a squad or service team that can be sent. `handles` are the departments' cases it is able to take. */
export interface Team {
  readonly id: TeamId;
  readonly name: string;
  readonly kind: 'enforcement' | 'service' | 'patrol' | 'emergency';
  readonly departmentId: DepartmentId;
  readonly handles: readonly DepartmentId[];
  /** What it brings: 登高、绝缘、抽水… shown as the reason for a recommendation. */
  readonly equipment: readonly string[];
  readonly headcount: number;
  readonly unitId: UnitId;
  readonly base: readonly [number, number];
}

/** 移动目标: one thing with a position: a team's vehicle or a person's phone. */
export interface Unit {
  readonly id: UnitId;
  readonly kind: 'vehicle' | 'person';
  readonly name: string;
  readonly teamId: TeamId | null;
  readonly personId: PersonId | null;
  readonly gridCode: string | null;
  readonly plate: string | null;
  /** JT/T 808 phone number of its terminal, digits without leading zeros. */
  readonly terminalPhone: string | null;
}

/** 一长五员 and staff. `post` is the Chinese name of the post. */
export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly phone: string;
  readonly roles: readonly Role[];
  readonly post: string;
  readonly departmentId: DepartmentId | null;
  readonly teamId: TeamId | null;
  readonly gridCode: string | null;
  /** Where they work: county, township or village code. */
  readonly areaCode: string;
}
