import { alarms } from './alarms.ts';
import { appraisal } from './appraisal.ts';
import { audit } from './audit.ts';
import { briefings } from './briefings.ts';
import { calls } from './calls.ts';
import { casePage } from './case-page.ts';
import { caseWords } from './case-words.ts';
import { desk } from './desk.ts';
import { draws } from './draws.ts';
import { drills } from './drills.ts';
import { enforcement } from './enforcement.ts';
import { field } from './field.ts';
import { joint } from './joint.ts';
import { lists } from './lists.ts';
import { map } from './map.ts';
import { oversight } from './oversight.ts';
import { card, pairing } from './pairing.ts';
import { patrol } from './patrol.ts';
import { refusals } from './refusals.ts';
import { replay } from './replay.ts';
import { service } from './service.ts';
import { sheets } from './sheets.ts';
import { stage } from './stage.ts';
import { storeTrouble } from './store-trouble.ts';
import { ui } from './ui.ts';
import { wall } from './wall.ts';

/** Every sentence a person sees, in Chinese. */
export const zhCN = { alarms, appraisal, audit, briefings, patrol, service, calls, case: caseWords, casePage, desk, field, joint, refusal: refusals, ui, wall, map, oversight, pairing, card, draws, enforcement, lists, sheets, replay, stage, storeTrouble, drills };
