import type { Component } from 'vue';
import { GOVERNANCE, type GovernanceName } from '@wangge/shared/stage';
import AppraisalPanel from '../../features/appraisal/components/AppraisalPanel.vue';
import CallPanel from '../../features/calls/components/CallPanel.vue';
import DrawPanel from '../../features/draws/components/DrawPanel.vue';
import EnforcementPanel from '../../features/enforcement/components/EnforcementPanel.vue';
import MatterPanel from '../../features/joint/components/MatterPanel.vue';
import OversightPanel from '../../features/oversight/components/OversightPanel.vue';
import PatrolPanel from '../../features/patrol/components/PatrolPanel.vue';
import ServicePanel from '../../features/windows/components/ServicePanel.vue';


/** The tiles of governance by name. */
export const GOVERNANCE_PANELS: Readonly<Partial<Record<GovernanceName, Component>>> = {
  oversight: OversightPanel,
  calls: CallPanel,
  joint: MatterPanel,
  appraisal: AppraisalPanel,
  enforcement: EnforcementPanel,
  draws: DrawPanel,
  services: ServicePanel,
  patrol: PatrolPanel,
};

export const GOVERNANCE_HERE = GOVERNANCE.filter((name) => name in GOVERNANCE_PANELS);
