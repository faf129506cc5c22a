import { appraisalKinds } from './features/appraisal/appraisal-kinds.api.ts';
import { briefingPlansKind } from './features/briefings/plans-kind.api.ts';
import { cameraKinds } from './features/cameras/camera-kinds.api.ts';
import { connectorsKind } from './features/connectors/connectors-kind.api.ts';
import { callSettingsKind } from './features/calls/call-settings.api.ts';
import { districtKinds } from './features/district/district-kinds.api.ts';
import { citizenDoorKind } from './features/citizen/citizen-door-kind.api.ts';
import { alertGatewaysKind } from './features/alarms/alert-gateways-kind.api.ts';
import { takeoverKind } from './features/alarms/takeover-kind.api.ts';
import { ladderKind } from './features/oversight/ladder-kind.api.ts';
import { jointKinds } from './features/joint/joint-kinds.api.ts';
import { drawKinds } from './features/draws/draw-kinds.api.ts';
import { enforcementKinds } from './features/enforcement/enforcement-kinds.api.ts';
import { admissionKind } from './features/district/admission-kind.api.ts';
import { responsibilityKind } from './features/district/responsibility-kind.api.ts';
import { signLadderKind } from './features/dispatch/sign-ladder-kind.api.ts';
import { fenceKind } from './features/fences/fence-kind.api.ts';
import { patrolKinds } from './features/patrol/patrol-kinds.api.ts';
import { retentionKind } from './features/retention/retention-kind.api.ts';
import { windowKinds } from './features/windows/window-kinds.api.ts';
import type { ListKind } from './features/lists/list-kind.api.ts';

/**
 * Every kind of list a county edits, in the order in which they are shown. A feature exports its kinds from an `*.api.ts`
 * and is listed here; a kind that refers to another (`contentOf`) stands after it.
 */
export const LIST_KINDS: readonly ListKind[] = [
  ...districtKinds,
  responsibilityKind,
  admissionKind,
  callSettingsKind,
  signLadderKind,
  ladderKind,
  takeoverKind,
  alertGatewaysKind,
  citizenDoorKind,
  ...jointKinds,
  ...drawKinds,
  ...enforcementKinds,
  ...appraisalKinds,
  ...patrolKinds,
  fenceKind,
  ...cameraKinds,
  ...windowKinds,
  retentionKind,
  briefingPlansKind,
  connectorsKind,
];
