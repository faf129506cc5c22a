import type { Actor } from '@wangge/shared/access';
import {
  drawActions, drawFigures, inspectorsOf, type Draw, type DrawContext, type DrawDetail, type DrawEvent, type DrawRowView, type DrawnObjectView, type InspectionItem,
} from '@wangge/shared/draw';
import { lifeEntries, type EntryWords } from '../../ledger/life-entries.ts';
import type { StoredEvent } from '../../store/event-store.ts';

/** A draw in a list. `items`: those in force, for a plan that is not frozen yet. */
export function drawRow(draw: Draw, items: readonly InspectionItem[], now: number): DrawRowView {
  const { id, no, title, areaCode, state, drawAt, drawnAt, lastDay, seed, frozen } = draw;
  const known = frozen?.pools.items ?? items;
  return {
    id, no, title, areaCode, state, drawAt, drawnAt, lastDay, seed, commitment: frozen?.commitment ?? null,
    itemNames: draw.itemCodes.map((code) => known.find((item) => item.code === code)?.name ?? code),
    poolObjects: frozen?.pools.objects.length ?? 0, poolInspectors: frozen?.pools.inspectors.length ?? 0, figures: drawFigures(draw, now),
  };
}

function drawnObjects(draw: Draw): DrawnObjectView[] {
  const { objects = [], inspectors = [], items = [] } = draw.frozen?.pools ?? {};
  return draw.drawn.flatMap(({ slot, result }) => {
    const object = objects.find(({ code }) => code === slot.objectCode);
    if (!object) return [];
    return [{
      objectCode: object.code, objectName: object.name, grade: object.grade, villageCode: object.villageCode,
      itemNames: slot.itemCodes.map((code) => items.find((item) => item.code === code)?.name ?? code),
      inspectors: inspectorsOf(draw, object.code).map((code) => {
        const { name = code, unit = '' } = inspectors.find((p) => p.code === code) ?? {};
        const left = draw.recusals.find((r) => r.objectCode === object.code && r.replacementCode === code)?.inspectorCode;
        return { code, name, unit, steppedInFor: left === undefined ? null : inspectors.find((p) => p.code === left)?.name ?? left };
      }),
      outcome: result?.outcome ?? null, note: result?.note ?? null, checkedAt: result?.checkedAt ?? null, publishBy: result?.clock.dueAt ?? null, publishedAt: result?.publishedAt ?? null,
    }];
  });
}

function wordsOf({ payload }: DrawEvent): EntryWords {
  return { note: [payload.objectCode, payload.reason ?? payload.note].filter(Boolean).join(' ') || null };
}

/** The page of one draw for one reader. */
export function drawDetail(draw: Draw, history: readonly StoredEvent<DrawEvent>[], items: readonly InspectionItem[], actor: Actor, context: DrawContext): DrawDetail {
  return {
    ...drawRow(draw, items, context.now), revision: draw.revision, committedAt: draw.committedAt, hashes: draw.frozen?.hashes ?? null, versions: draw.frozen?.versions ?? null,
    drawn: drawnObjects(draw), timeline: lifeEntries(history, wordsOf), allowed: drawActions(draw, actor, context), readAt: context.now,
  };
}
