import { PAPERS, briefingSteps, type Briefing, type BriefingStep, type Page, type StagePaper } from '@wangge/shared/briefing';
import { KIND_WORDS, periodText, stampText } from '../words.ts';
import { signature } from './a4.ts';
import { Sheet, type Measure } from './sheet.ts';
import { stageRoom } from './stage-room.ts';
import { drawCases, drawFigures, drawMapStep, drawNote, drawOverview, drawTrends, type StageSheet } from './stage-steps.ts';

function drawStep(on: StageSheet, step: BriefingStep): void {
  switch (step.kind) {
    case 'overview': return drawOverview(on);
    case 'figures': return drawFigures(on, step);
    case 'trends': return drawTrends(on);
    case 'map': return drawMapStep(on);
    case 'cases': return drawCases(on, step);
    case 'note': return drawNote(on, step);
  }
}

/** Above: whose and what. Below: as of when, who answers for it, whether personal data is in it, its number and hash. */
function drawFrame({ sheet, briefing, room }: StageSheet, isFirst: boolean, place: string): void {
  const { content, hash, no } = briefing;
  const { width: w, height: h, edge, isTall } = room;
  const isMasked = content.unmaskedFor === null;
  if (isFirst) {
    const end = sheet.text(edge, 46, content.area.name, { size: 16, weight: 700 });
    sheet.text(edge + end + 12, 46, `${content.area.room}　${KIND_WORDS[content.kind]}`, { size: 14, tone: 'ink2' });
  } else {
    const end = sheet.fit(edge, 46, content.title, w - 2 * edge - (isTall ? 100 : 320), { size: isTall ? 17 : 20, weight: 700 });
    if (!isTall) sheet.text(edge + end + 14, 46, periodText(content), { size: 13, tone: 'ink2' });
  }
  if (content.isDemo) {
    sheet.box(w - edge - 78, 26, 78, 26, null, 'ink');
    sheet.text(w - edge - 39, 44, '演示数据', { size: 13, weight: 500, align: 'centre' });
  }
  const base = isTall ? h - 34 : h - 18;
  sheet.line(edge, base - 18, w - edge, base - 18, 'line2', 0.8);
  const about = `截至 ${stampText(content.asOf)}，不再重算`;
  const who = `${isMasked ? '个人信息已隐去' : `含个人信息，仅限：${content.unmaskedFor}`}　${signature(briefing)}`;
  const tail = `${no}　${hash.slice(0, 8)}　${place}`;
  sheet.fit(edge, base, isTall ? about : `${about}　${who}`, w - 2 * edge - (isTall ? 0 : sheet.widthOf(tail, 11) + 20), { size: 11, tone: isMasked ? 'ink2' : 'red' });
  if (isTall) sheet.fit(edge, base + 16, who, w - 2 * edge - sheet.widthOf(tail, 11) - 16, { size: 11, tone: isMasked ? 'ink2' : 'red' });
  sheet.text(w - edge, isTall ? base + 16 : base, tail, { size: 11, tone: 'ink3', align: 'right' });
}

/** 简报 as it is presented: one page for each step, composed anew for the ratio of the paper. Slides of 16:9 are the PPTX. */
export function stagePages(briefing: Briefing, measure: Measure, paper: StagePaper = 'slide'): Page[] {
  const room = stageRoom(paper);
  const steps = briefingSteps(briefing.content);
  return steps.map((step, i) => {
    const on: StageSheet = { sheet: new Sheet(PAPERS[paper], measure), briefing, room };
    drawStep(on, step);
    drawFrame(on, i === 0, `${i + 1} / ${steps.length}`);
    return on.sheet.page(`${i + 1} ${step.kind}`);
  });
}
