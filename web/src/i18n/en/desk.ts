/** The operator's desk and the sign-in page in English. */
export const desk = {
  product: 'Wangge',
  toPhone: 'Phone page',
  place: '{town} {room}',
  pages: {
    label: 'Pages', waiting: '{page}, {n} wait for you', command: 'Command', alarms: 'Alarms', terminals: 'Terminals', oversight: 'Oversight', calls: 'Calls', joint: 'Matters', enforcement: 'Enforcement', draws: 'Draws',
    appraisal: 'Appraisal', roster: 'Stationed', patrol: 'Grids', rounds: 'Rounds', fences: 'Fences', services: 'Windows', replay: 'Replay', briefings: 'Briefings', stage: 'Wall', scenes: 'Scenes', lists: 'Lists', audit: 'Audit', drills: 'Drills', connectors: 'Intake', notices: 'Village', keys: 'Keys',
  },
  link: { past: 'Replay {at}', live: 'Live, {age}', lost: 'Link lost since {since}', connecting: 'Connecting', resyncing: 'Catching up', ageSeconds: '{n} s ago', ageNone: 'no data yet', asOf: 'as of {at}' },
  person: { signOut: 'Sign out', switchRole: 'Act in another role', menu: '{role} {name}, open the account menu' },
  theme: { toDay: 'Day light', toNight: 'Night light' },
  search: { label: 'Find a case', placeholder: 'Find a case' },
  filter: {
    all: 'All', own: 'Our own', red: 'Overdue', yellow: 'Due soon', audit: 'To audit', reopening: 'Asked again', unsigned: 'Nobody signs', reported: 'To accept', accepted: 'To file', filed: 'To dispatch', dispatched: 'To sign', handling: 'Handling',
    handled: 'To check', checking: 'Checking', checked: 'To close', approval: 'To decide', paused: 'Suspended', closed: 'Closed last hour',
  },
  queue: {
    label: 'Cases', audit: 'audit', reopening: 'asked again', unsigned: { reminded: 'reminded', next: 'next due', desk: 'nobody signs' }, supervision: { 1: 'yellow', 2: 'red', 3: 'county', 4: 'censure' }, order: 'By time left, critical first', found: '{n} found', none: 'No such case now', noneFound: 'Nothing found for “{text}”', noneAll: 'No open case now',
    report: 'New report', row: '{urgency}{matter}, {place}, {time}, {state}',
  },
  time: {
    left: '{span} left', over: '{span} over', paused: 'stopped {span}', closedOnTime: 'in time',
    closedLate: 'late', none: 'no limit yet', dueAt: 'due {at}', wasDueAt: 'was due {at}', stopped: 'stopped', handedInTime: 'handed in in time', handedInLate: 'handed in late',
  },
  duration: { day: '{n} d', hour: '{n} h', minute: '{n} min', second: '{n} s', under: '< 1 min' },
  layers: { label: 'Layers', cases: 'Cases', units: 'Squads', heat: 'Heat', grids: 'Grids', cameras: 'Cameras' },
  map: { failed: 'The map cannot be shown; queue and cases work as usual', schematic: 'Schematic map', datum: 'CGCS2000', pick: 'Press the place on the map', picked: 'Chosen: {place}' },
  page: {
    label: 'Case', empty: 'Choose a case to see all of it here', emptyHint: '↑ ↓ choose, Enter act, / find', loading: 'Reading', unreadable: 'This case could not be read: {why}',
    retry: 'Read again', reportedBy: '{who} {at}', stepClock: '{step} within {limit}', wholeClock: 'Case within {limit}', noDescription: 'No description', more: 'Show all',
    less: 'Show less', photo: 'Scene {n}', photoFailed: 'Photo unreadable', supports: 'Support', lead: 'Lead', list: 'List {code}', rework: 'Reworked {n}×',
  },
  teams: {
    title: 'Recommended teams', none: 'No team can be sent', computing: 'Finding ways', headcount: '{n} person | {n} people', load: '{n} in hand', fixAge: 'fix {span} old',
    estimate: 'straight line', minutes: 'min', passedOver: 'Passed over: {list}', passedOne: '{team} ({why})', choose: 'Choose {team}', etaUnder: '<1',
  },
  reason: {
    capable: 'able', 'lead-department': 'of the lead department', nearest: 'nearest', idle: 'idle', equipment: 'with {text}', 'in-village': 'in this village', busy: 'busy, {value} in hand',
    'stale-fix': 'fix {value} min old', 'no-fix': 'no position', 'off-duty': 'off duty', 'not-capable': 'not able', slower: 'farther, {value} min', 'supports-only': 'only supports, the lead goes first',
  },
  unsigned: {
    since: 'Not signed for {span}', nextIs: 'Next in line: {team}', nobody: 'No other team can go: redirect, or call the team', rung: { reminded: 'team reminded', next: 'next in line due', desk: 'desk told' }, before: '{team} was sent {from}, did not sign, order taken on {at}',
  },
  orderBox: { eta: 'Expected {at}, in {span}', late: '{span} later than expected' },
  act: {
    dispatchTo: 'Dispatch {team}', passOnTo: 'Send {team} instead', enter: 'Enter', chooseTeam: 'Choose a team first', edit: 'Change type, level or grid', editChecker: 'Ask somebody else', sendCheckTo: 'Send {name} to check',
    sending: 'Sending', cancel: 'Cancel', notNow: 'This can no longer be done in this step', nothing: 'Nothing to do for this role in this step', missing: 'Please give: {field}',
    waiting: '{state}: waiting for {who}', choose: 'Choose', yes: 'Resolved', no: 'Not resolved', conflict: '{who} was faster: {what}. This is how it stands now. ',
    conflictUnknown: 'Somebody was faster. This is how it stands now. ', conflictKept: 'What you typed is still here.', notSent: 'Not done: {why}',
  },
  toast: { sent: 'Sent {team} to {place}, {matter}', undo: 'Undo', seconds: '{n} s', undoing: 'Undoing', undone: 'Withdrawn: {team}', undoFailed: 'Not undone: {why}' },
  history: { late: 'Done at {doneAt} without a signal, received {at}', doubted: 'The phone says done at {doneAt}; that cannot be, so the time of receipt counts', waits: 'waiting for {who}', none: 'none', told: 'Told to {to} {at}', toldRefused: '{to} did not want it {at}' },
  report: {
    title: 'New report', type: 'Type', typeSearch: 'Name or code', place: 'Place', placeHint: 'Press on the map', address: 'Address', description: 'What happened',
    reporter: 'Caller', phone: 'Phone', optional: 'optional', submit: 'Report', moreTypes: '{n} more, please type on', noType: 'No such type', limit: 'within {limit}',
  },
  limit: { work_minute: '{n} working min', work_hour: '{n} working h', work_day: '{n} working day | {n} working days', minute: '{n} min', hour: '{n} h', day: '{n} day | {n} days' },
  satisfaction: { 1: 'Very unhappy', 2: 'Unhappy', 3: 'Fair', 4: 'Happy', 5: 'Very happy' },
  signIn: {
    tagline: 'Command wall for a township', account: 'Account', password: 'Password', submit: 'Sign in', pending: 'Signing in', missing: 'Please give account and password',
    demoHint: 'Demo accounts, for this machine only: one press signs in', demo: { room: 'Room and departments', field: 'Field' },
  },
};
