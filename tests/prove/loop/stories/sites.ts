import { randomUUID } from 'node:crypto';
import type { RunView, SiteView, StepValue, TemplatesView } from '@wangge/shared/joint';
import { DAY, TOWN } from '../cases.ts';
import type { Reply } from '../seen.ts';
import { done, refused, same } from '../seen.ts';
import type { Story } from '../story.ts';
import type { World } from '../world.ts';

/** Who does each part of 农民建房 in this county, and who signs in for them. */
const HANDS: Readonly<Record<string, readonly [department: string, account: string]>> = {
  农业农村办: ['便民服务中心', 'bianmin'], 自然资源所: ['市场监管所', 'shijian'], 住建办: ['综合执法队', 'chengguan'], '村(社区)': ['司法所', 'sifasuo'],
};
const accountOf = (department: string): string => Object.values(HANDS).find(([name]) => name === department)?.[1] ?? '';

/** The county's own edition of the matter: the same steps, done by other offices. */
async function publishOwners(world: World): Promise<void> {
  const admin = await world.as('guanli');
  const { templates } = await (await world.as('zhibanzhang')).read<TemplatesView>('/matter-templates');
  const own = templates.map((one) => (one.code === 'farmhouse' ? { ...one, steps: one.steps.map((step) => ({ ...step, owner: HANDS[step.owner]?.[0] ?? step.owner })) } : one));
  done('templates', await admin.post('/lists/matter-templates/versions', { version: '县定', effectiveFrom: '2026-10-14', isConfirmed: true, text: JSON.stringify(own, null, 1) }));
}

async function register(world: World, nth: number): Promise<SiteView> {
  const { lngLat } = world.place(TOWN, nth);
  return done('site', await (await world.as('zhibanzhang')).post<SiteView>('/sites', { runId: randomUUID(), lngLat, address: '村东', owner: '欧阳明', planAreaM2: 120, floors: 3, builder: '王工匠' }));
}

async function scan(world: World, account: string, { site }: SiteView, more: object): Promise<Reply<SiteView>> {
  return (await world.as(account)).post<SiteView>(`/sites/${site.code}/scans`, { commandId: randomUUID(), lngLat: site.lngLat, accuracyM: 5, stepId: null, ...more });
}

/** A form filled in well. */
function wellFilled(fields: RunView['run']['steps'][number]['fields']): Record<string, StepValue> {
  return Object.fromEntries(fields.map(({ key, kind }) => [key, kind === 'yes-no' ? true : kind === 'number' ? 2 : '符合']));
}

/** 农民建房: one matter, several offices, a code on every site. */
export const SITE_STORIES: readonly Story[] = [
  {
    name: 'a joint building case: permit, four visits by scan (四到场), acceptance and title',
    from: '2026-10-14T09:00',
    async play(world) {
      await publishOwners(world);
      const begun = world.clock.now();
      const view = await register(world, 6);
      const chief = await world.as('zhibanzhang');
      const path = `/matter-runs/${view.site.runId}`;
      let visits = 0;
      for (let turn = 0; turn < 20; turn += 1) {
        const { run } = await chief.read<RunView>(path);
        const step = run.steps.find(({ state }) => state === 'open');
        if (!step) break;
        await world.by(DAY / 8);
        const account = accountOf(step.owner);
        const given = { stepId: step.id, values: wellFilled(step.fields), photos: [world.photo(), world.photo()] };
        if (step.isScanRequired) {
          if (visits === 0) refused('from the desk', await (await world.as(account)).command(path, 'finish-step', run.revision, given), 'STEP_NEEDS_SCAN', 'OM8');
          done(step.name, await scan(world, account, view, given));
          visits += 1;
        } else done(step.name, await (await world.as(account)).command(path, 'finish-step', run.revision, given));
      }
      const { run } = await chief.read<RunView>(path);
      const { site } = await chief.read<SiteView>(`/sites/${view.site.code}`);
      same('ended', [run.state, site.state, visits, site.scanCount], ['done', 'finished', 4, 4]);
      return `${site.code}: ${run.steps.length} steps by four offices in ${((world.clock.now() - begun) / DAY).toFixed(1)} days, four visits scanned`;
    },
  },
  {
    name: 'a scan too far from the site is no visit',
    from: '2026-10-15T14:00',
    async play(world) {
      const view = await register(world, 8);
      const [lng, lat] = view.site.lngLat;
      const { refusal } = refused('scan', await scan(world, 'chengguan', view, { lngLat: [lng + 0.005, lat] }), 'SITE_TOO_FAR', 'OM7');
      same('counted', (await (await world.as('chengguan')).read<SiteView>(`/sites/${view.site.code}`)).site.scanCount, 0);
      return `${refusal.detail ?? ''} away: refused by OM7, not counted`;
    },
  },
  {
    name: 'a step of a matter done by another office is refused',
    from: '2026-10-15T14:30',
    async play(world) {
      const view = await register(world, 10);
      const path = `/matter-runs/${view.site.runId}`;
      const { run } = await (await world.as('zhibanzhang')).read<RunView>(path);
      const step = run.steps.find(({ state }) => state === 'open')!;
      const given = { stepId: step.id, values: wellFilled(step.fields), photos: [world.photo()] };
      const { refusal } = refused('another office', await (await world.as('chengguan')).command(path, 'finish-step', run.revision, given), 'STEP_NOT_YOURS', 'OM3');
      return `refused by OM3: it lies with ${refusal.detail ?? ''}`;
    },
  },
];
