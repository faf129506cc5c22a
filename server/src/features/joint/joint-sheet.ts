import { startOfDay, startOfMonth } from '@wangge/shared/base';
import { lampAt } from '@wangge/shared/calendar';
import { openSteps, type MatterRun, type RunEvent, type Site, type SiteEvent } from '@wangge/shared/joint';
import type { SheetObject, SheetPage } from '@wangge/shared/wire';
import type { BoardFigure } from '../../platform/feature.ts';
import type { StoredEvent } from '../../store/event-store.ts';
import { figureOf, sheetEntries, sheetObject } from '../boards/board-sheet.api.ts';
import type { DistrictApi } from '../district/district.api.ts';
import { runningOf, scansSince, stepsOf, visitSteps, type BoardGround, type StepOfRun } from './joint-board.queries.ts';

/** What lines are put in words with. */
interface Words {
  readonly district: DistrictApi;
  readonly now: number;
}

/** A matter under way: the step that is due first and who holds it. */
function matterObject(run: MatterRun, { now }: Words): SheetObject {
  const { id, templateName, title, villageCode, state, openedAt, endedAt, caseId } = run;
  const [first] = state === 'running' ? openSteps(run).toSorted((a, b) => (a.clock?.dueAt ?? Infinity) - (b.clock?.dueAt ?? Infinity)) : [];
  return sheetObject('matter', id, templateName, {
    no: title || null, villageCode, holder: first?.owner ?? null, state: first ? first.name : state, since: first?.openedAt ?? endedAt ?? openedAt,
    dueAt: first?.clock?.dueAt ?? null, lamp: first?.clock ? lampAt(first.clock, now) : null, caseId,
  });
}

/** A step of a matter, open or done. */
function stepObject({ run, step }: StepOfRun, words: Words): SheetObject {
  const isOpen = step.state === 'open';
  const { clock } = step;
  return {
    ...matterObject(run, words), holder: step.owner, state: step.name, since: step.endedAt ?? step.openedAt, dueAt: isOpen ? clock?.dueAt ?? null : null,
    lamp: clock && isOpen ? lampAt(clock, words.now) : null,
  };
}

/** A building site by its code; neither owner nor address is in it. */
function siteObject({ code, villageCode, builder, state, scans, registeredAt }: Site): SheetObject {
  return sheetObject('site', code, code, { villageCode, holder: builder, state, since: scans.at(-1)?.at ?? registeredAt });
}

/** 一件事 as sheets: what runs and is late, by template; the sites and how often they were looked at; the visits due and done. */
export function jointFigures({ templates, runs, sites }: BoardGround, words: Words): BoardFigure[] {
  const { now } = words;
  const { running, late } = runningOf(runs, now);
  const toMatter = (run: MatterRun): SheetObject => matterObject(run, words);
  const toStep = (one: StepOfRun): SheetObject => stepObject(one, words);
  const scanned = (name: string, from: number): BoardFigure => figureOf(name, sites.filter((site) => scansSince(site, from) > 0), siteObject, { weight: { adds: (site) => scansSince(site, from) } });
  const visits = visitSteps(templates.content);
  const visited = visits?.ids.map((id) => stepsOf(runs.filter(({ templateCode }) => templateCode === visits.template.code), id)) ?? [];
  return [
    figureOf('running', running, toMatter), figureOf('late', late, toMatter), figureOf('building', sites.filter(({ state }) => state === 'building'), siteObject),
    scanned('scans-today', startOfDay(now)), scanned('scans-month', startOfMonth(now)), scanned('scans-total', -Infinity),
    figureOf('visits-due', visited.flatMap(({ open }) => open), toStep), figureOf('visits-done', visited.flatMap(({ done }) => done), toStep),
    ...templates.content.map(({ code, name }) => figureOf(`matter-${code}`, running.filter(({ templateCode }) => templateCode === code), toMatter, { label: name })),
  ];
}

export function matterPage(run: MatterRun, history: readonly StoredEvent<RunEvent>[], words: Words): SheetPage {
  const nameOf = (id: string | undefined): string | null => run.steps.find((step) => step.id === id)?.name ?? null;
  return { object: matterObject(run, words), entries: sheetEntries(history, words.district.unitName, ({ payload }) => nameOf(payload.stepId)), at: words.now };
}

/** A site with every look at it; `run` knows the names of the steps. */
export function sitePage(site: Site, run: MatterRun | undefined, history: readonly StoredEvent<SiteEvent>[], words: Words): SheetPage {
  const nameOf = (id: string | null | undefined): string | null => run?.steps.find((step) => step.id === id)?.name ?? null;
  return { object: siteObject(site), entries: sheetEntries(history, words.district.unitName, ({ scan }) => nameOf(scan?.stepId)), at: words.now };
}
