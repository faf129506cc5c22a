/** Sentences of the audit log. */
export const audit = {
  title: 'Audit log', none: 'No such entries', more: '{n} earlier ones', reading: 'Reading', export: 'Export', verify: 'Verify', verifying: 'Verifying',
  person: 'Person', personHint: 'Name or id', refusedOnly: 'Refused only', periods: 'Time', kinds: 'Kind',
  period: { day: 'Last day', week: '7 days', month: '30 days', all: 'All' },
  kind: { all: 'All', session: 'Sign-ins', command: 'Commands', view: 'Denied looks', personal: 'Personal data', export: 'Exports', config: 'Settings', store: 'Store', audit: 'Audit', server: 'Running' },
  action: {
    session: { open: 'Signed in', wall: 'Opened a wall', demo: 'Demo sign-in', close: 'Signed out', role: 'Changed role' },
    personal: { view: 'Looked at a reporter', track: 'Looked at a track', letter: 'Read a dead letter', camera: 'Opened a camera', reveal: 'Looked at a secret' },
    audit: { verify: 'Verified the log', removed: 'Removed old entries', lost: 'Entries were not kept' },
    store: { trouble: 'Store in trouble', retain: 'Retention' },
    server: { start: 'Server started', stop: 'Server stopped' },
  },
  generic: { command: 'Acted on', view: 'Looked at', export: 'Exported', config: 'Changed', personal: 'Looked at', session: 'Session', store: 'Store', audit: 'Audit', server: 'Server' },
  topic: {
    cases: 'case', intake: 'channel report', calls: 'call', oversight: 'supervision', draws: 'draw', penalties: 'penalty', raids: 'raid', 'matter-runs': 'matter', supports: 'support', sites: 'site',
    'right-uses': 'right', applications: 'application', attachments: 'photo', drafts: 'draft', duty: 'duty', patrol: 'patrol', lists: 'list', walls: 'wall', scenes: 'scene', alarms: 'alarm', sos: 'call for help', terminals: 'terminal',
    appraisal: 'appraisal', figures: 'figures', units: 'unit', audit: 'audit log', boards: 'board', replay: 'replay', retention: 'retention', roster: 'roster', briefings: 'briefing', connectors: 'connector', notices: 'village channel', cameras: 'camera', district: 'district',
  },
  result: { ok: 'Done', refused: 'Refused' },
  nobody: 'Nobody signed in', system: 'System',
  field: {
    at: 'Time', person: 'Person', personId: 'Person id', role: 'Role', unit: 'Unit', address: 'Address', action: 'Deed', object: 'Object', result: 'Result', why: 'Why', seq: 'No.', hash: 'Fingerprint',
  },
  detail: { action: 'Action', expectedRevision: 'Revision seen', revision: 'Revision after', version: 'Version', since: 'Since', hindrance: 'Why', upTo: 'Removed up to', hash: 'Its fingerprint', entries: 'Entries', role: 'Became' },
  verdict: {
    label: 'Verification',
    whole: 'All {n} entries are as they were written.', empty: 'The log is empty.', removed: '{n} more were removed at the end of their time, which is recorded.',
    head: 'The last is no. {seq}, fingerprint {hash}. Write it down to hold a later check against it.',
    changed: 'Entry {seq} was changed or moved. The {n} before it hold.', missing: 'Entry {seq} is gone. The {n} before it hold.',
    'end-missing': 'The end from entry {seq} on was taken away. The {n} before it hold.', 'beginning-missing': 'The beginning up to entry {seq} was taken away without a record.',
    failed: 'Could not verify: {why}',
  },
};
