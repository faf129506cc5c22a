/** Words of random draws. */
export const draws = {
  title: 'Random inspection',
  state: { planned: 'To be frozen', committed: 'Frozen, to be drawn', drawn: 'Drawn', checking: 'Being checked', checked: 'All checked', published: 'Results public', cancelled: 'Cancelled' },
  action: { commit: 'Freeze pools and publish commitment', draw: 'Draw now', cancel: 'Cancel', assign: 'Send out inspectors', recuse: 'Recuse and redraw', record: 'Record a result', publish: 'Publish results' },
  outcome: { 'no-problem': 'No problem found', problem: 'Problem found', 'not-reached': 'Closed or not reached' },
  event: {
    planned: 'Planned', committed: 'Pools frozen, commitment published', drawn: 'Drawn, seed published', assigned: 'Inspectors sent', recused: 'Recused and redrawn', 'result-recorded': 'Result recorded',
    published: 'Results published', cancelled: 'Cancelled',
  },
  panel: {
    scope: '{n} this year', none: 'No draw yet', objects: 'Objects', inspectors: 'Inspectors', checked: 'Checked', problems: 'With problems', inTime: 'Public in time', late: '{n} late', waiting: '{n} to publish',
    pool: 'from {objects} objects, {inspectors} inspectors', drawAt: 'drawn {at}', seed: 'Seed', commitment: 'Commitment', notYet: 'to be drawn', next: 'Next: {title}, {at}',
  },
  page: {
    list: 'Draws', none: 'No draw of this kind. Commander, duty chief, departments and the county centre may plan one', create: 'Plan a draw', drawAt: 'Moment of draw', lastDay: 'Checks end', items: 'Items', pools: 'Pools', objects: '{n} object | {n} objects', inspectors: '{n} inspector | {n} inspectors',
    commitment: 'Commitment to the seed (SHA-256)', seed: 'Seed', secret: 'secret until drawn', hashes: 'Fingerprints', versions: 'Editions', record: 'Download the record', recordHint: 'Anybody can run it again: npm run draw -- verify',
    drawn: 'What was drawn', waits: 'may be drawn from {at}', steppedIn: 'for {name}', publishBy: 'public by {at}', publishedAt: 'public {at}', lateBy: 'not public in time', noResult: 'to be checked', defaults: 'default, not confirmed',
    note: '{no}', all: 'All', running: 'Running', done: 'Public', moment: '{drawn} objects · {team} inspectors', poolOf: { items: 'Items', objects: 'Objects', inspectors: 'Inspectors' },
  },
  field: { title: 'Title', itemCodes: 'Items', drawAt: 'Moment of draw', lastDay: 'Checks end', object: 'Object', inspector: 'Recused', reason: 'Reason', outcome: 'Result', note: 'Note', photos: 'Photos' },
};
