import type { Actor } from '@wangge/shared/access';
import { DAY_MS, HOUR_MS, MINUTE_MS, localParts, startOfDay, type DepartmentId } from '@wangge/shared/base';
import { addWorkMs, isWorkday } from '@wangge/shared/calendar';
import { decideApplication, evolveApplication, isFrontNode, takeApplication, type ApplyChannel, type Application, type ApplicationFacts, type ServiceMatter } from '@wangge/shared/matter';
import { departmentNamed } from '../../features/joint/step-owners.api.ts';
import { applicationNo } from '../../features/windows/applications.api.ts';
import { serviceMatterOf, serviceMattersKind } from '../../features/windows/window-kinds.api.ts';
import { actorOf, gridWorkerOf } from '../joint/joint-cast.ts';
import { caseIdOf } from '../life/case-id.ts';
import { chance, pickAt } from '../life/chance.ts';
import type { DailyDeps, Told } from './told.ts';

const PAST_DAYS = 10;
const A_DAY = 25;
const LATE_SHARE = 0.04;
const SUPPLEMENT_SHARE = 0.06;
const PROXY_SHARE = 0.28;
const ONLINE_SHARE = 0.3;
const SURNAMES = ['王', '李', '张', '刘', '陈', '徐', '吴', '周', '赵', '孙'];
const GIVEN = ['建国', '秀英', '志强', '小红', '国平', '玉兰', '文斌', '春燕'];

/** How far through a node's limit it is finished: most well within, a few beyond. */
function paceOf(key: string): number {
  return chance(key, 'late') < LATE_SHARE ? 2.4 + 2.5 * chance(key, 'over') : 0.1 + 0.65 * chance(key, 'pace');
}

function channelOf(matter: ServiceMatter, key: string): ApplyChannel {
  const share = chance(key, 'channel');
  if (share < PROXY_SHARE && matter.channels.includes('proxy')) return 'proxy';
  return share > 1 - ONLINE_SHARE && matter.channels.includes('online') ? 'online' : 'window';
}

/** Plays one application until `now`: each node finished by its holder when its time has come. */
function play(begun: Application, told: Told[], actors: { readonly window: Actor; readonly office: Actor }, calendar: Parameters<typeof addWorkMs>[0], now: number): void {
  let application = begun;
  const stream = `application/${begun.id}`;
  const act = (at: number, action: string, actor: Actor, payload: object = {}): void => {
    const decided = decideApplication(application, { action, expectedRevision: application.revision, actor, payload }, { now: at, calendar });
    if (!decided.ok) throw new Error(`demo could not ${action} an application: ${decided.error.code}`);
    application = evolveApplication(application, decided.value);
    told.push({ stream, at, event: decided.value });
  };
  let at = begun.takenAt;
  while (application.state === 'open') {
    const key = `${begun.id}|${application.node}`;
    const actor = isFrontNode(application.node) ? actors.window : actors.office;
    const next = addWorkMs(calendar, at, Math.round(application.nodeClock.totalMs * paceOf(key)));
    if (application.node === 'review' && chance(key, 'supplement') < SUPPLEMENT_SHARE) {
      const asked = at + 20 * MINUTE_MS;
      if (asked >= now) return;
      act(asked, 'ask-supplement', actor, { reason: '缺一份材料，请补齐' });
      const back = addWorkMs(calendar, asked, Math.round((6 + 20 * chance(key, 'back')) * HOUR_MS));
      if (back >= now) return;
      act(back, 'supplement', actors.window);
      at = back;
    }
    const ends = Math.max(next, at + MINUTE_MS);
    if (ends >= now) return;
    act(ends, application.nodes.at(-1)?.node === application.node ? 'hand-over' : 'pass', actor);
    at = ends;
  }
  if (application.state === 'delivered' && chance(begun.id, 'rate') < 0.4 && at + HOUR_MS < now) act(at + HOUR_MS, 'rate', actors.window, { rating: chance(begun.id, 'stars') < 0.9 ? 5 : 3 });
}

/** Applications of the last days (示意), over all villages and matters; those taken after `since` get numbers. */
export async function applicationStory({ district, lists, ledger, seed }: DailyDeps, since: number, now: number): Promise<Told[]> {
  const { calendar, villages, grids } = district.current();
  const edition = lists.inForce(serviceMattersKind, now);
  const matters = edition.content.map(serviceMatterOf);
  const nameOf = (id: DepartmentId): string => district.departmentName(id) ?? '';
  const days = Array.from({ length: PAST_DAYS + 1 }, (_, i) => startOfDay(now) - (PAST_DAYS - i) * DAY_MS).filter((day) => isWorkday(calendar, day));
  const moments = days.flatMap((day) => Array.from({ length: A_DAY }, (_, i) => ({ key: `application|${seed}|${day}|${i}`, at: Math.round(day + (8.6 + 8.2 * ((i + chance(seed, day, i)) / A_DAY)) * HOUR_MS) }))).filter(({ at }) => at < now);
  const { year } = localParts(now);
  const known = moments.filter(({ at }) => at <= since).length;
  const first = moments.length > known ? await ledger.takeSerials(`application/${year}`, moments.length - known) : 0;
  const told: Told[] = [];
  for (const [i, { key, at }] of moments.entries()) {
    const matter = pickAt(matters, chance(key, 'matter'));
    // The larger villages stand first and ask more.
    const village = pickAt(villages, chance(key, 'village') ** 2);
    const departmentId = departmentNamed(district, matter.department, village.code);
    const windowId = departmentNamed(district, matter.window, village.code);
    const grid = grids.find(({ villageCode }) => villageCode === village.code);
    const walker = grid ? gridWorkerOf(district.current(), grid.code) : null;
    if (!departmentId || !windowId) continue;
    const channel = walker ? channelOf(matter, key) : 'window';
    const actors = { window: actorOf(district.current(), windowId), office: actorOf(district.current(), departmentId) };
    const facts: ApplicationFacts = {
      id: caseIdOf(key), no: applicationNo(year, first + i - known), matterCode: matter.code, matterName: matter.name, matterVersion: edition.version, channel,
      applicant: { name: pickAt(SURNAMES, chance(key, 'surname')) + pickAt(GIVEN, chance(key, 'given')), phone: `139${String(Math.floor(chance(key, 'phone') * 1e8)).padStart(8, '0')}` },
      proxy: channel === 'proxy' && walker ? { id: walker.id, name: walker.name } : null, villageCode: village.code, departmentId, departmentName: nameOf(departmentId), windowId, windowName: nameOf(windowId), nodes: matter.nodes,
    };
    const begun = takeApplication(facts, matter, channel === 'proxy' && walker ? walker : actors.window, { now: at, calendar });
    if (!begun.ok) throw new Error(`demo could not take an application: ${begun.error.code}`);
    told.push({ stream: `application/${facts.id}`, at, event: begun.value });
    play(evolveApplication(null, begun.value), told, actors, calendar, now);
  }
  return told;
}
