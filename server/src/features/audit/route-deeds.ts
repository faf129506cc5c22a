import type { AuditKind } from '@wangge/shared/audit';

/** Routes whose deeds have a name of their own. `null`: what they do is no deed of a person. */
const NAMED: Readonly<Record<string, string | null>> = {
  'POST /api/v1/session': 'session.open',
  'POST /api/v1/session/wall': 'session.wall',
  'POST /api/v1/session/screen': 'session.wall',
  'POST /api/v1/session/demo': 'session.demo',
  'DELETE /api/v1/session': 'session.close',
  'PUT /api/v1/session/role': 'session.role',
  'GET /api/v1/units/:id/track': 'personal.track',
  'PUT /api/v1/terminals/:unitId/parameters': 'config.terminals',
  // A dead letter holds what a citizen told, in the clear.
  'GET /api/v1/connectors/letters/:id': 'personal.letter',
  // Who looked through which camera, a wall by itself included.
  'POST /api/v1/cameras/:id/openings': 'personal.camera',
  'POST /api/v1/connectors/:id/secrets': 'config.connectors',
  'PUT /api/v1/connectors/:id/key': 'config.connectors',
  'PUT /api/v1/alert-gateways/:id/secret': 'config.alarms',
  'GET /api/v1/audit/verdict': 'audit.verify',
  'GET /api/v1/draws/:id/record': 'export.draws',
  // Checks a text and keeps nothing.
  'POST /api/v1/lists/:kind/checks': null,
  // A screen asks for the code it shows, and tells that it is there.
  'POST /api/v1/pairings/codes': null,
  'POST /api/v1/screens/mine': null,
  // A citizen's page prepares a report, or looks at one by its code.
  'POST /api/v1/citizen/challenges': null,
  'POST /api/v1/citizen/photos': null,
  'POST /api/v1/citizen/progress': null,
  // Devices tell where they are, some each second; each fix is kept in its track.
  'POST /api/v1/positions': null,
};

/** What is changed here is how the product works, not a matter it works on. */
const CONFIGURATION = new Set(['lists', 'walls', 'scenes', 'accounts', 'retention', 'channels', 'pairings']);

/** Kinds of deeds whose entry must be durable before anybody hears the answer. */
const BEFORE_ANSWER: readonly string[] = ['session', 'export', 'config', 'audit'] satisfies AuditKind[];

export function isBeforeAnswer(action: string): boolean {
  // Where somebody was is told to nobody whose looking is not on record (个人信息保护法 第二十八条).
  return action === 'personal.track' || BEFORE_ANSWER.includes(action.slice(0, action.indexOf('.')));
}

/** The name of what a request does by its route; null for what is never a deed. A reading is one only when it is refused. */
export function actionOf(method: string, url: string): string | null {
  const named = NAMED[`${method} ${url}`];
  if (named !== undefined) return named;
  const topic = url.split('/')[3] ?? '';
  if (method === 'GET' || method === 'HEAD') return `view.${topic}`;
  return `${CONFIGURATION.has(topic) ? 'config' : 'command'}.${topic}`;
}
