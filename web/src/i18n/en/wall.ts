/** Sentences of the video wall. */
export const wall = {
  title: 'Wall',
  scene: { title: 'Scenes', next: 'next in {n} s', paused: 'turning paused' },
  duration: { day: '{n}d ', hour: '{n}h ', minute: '{n}m', second: '{n}s', under: '<1m' },
  time: {
    over: '{span} late', left: '{span} left', date: '{weekday} {day}/{month}', weekday: { 1: 'Mon', 2: 'Tue', 3: 'Wed', 4: 'Thu', 5: 'Fri', 6: 'Sat', 7: 'Sun' },
    monthDay: '{day}/{month}', month: 'month {month}', seconds: '{n} s ago', minutes: '{n} min ago', hours: '{n} h ago', asOf: 'as of {at}', limit: 'by {at}', used: 'took {span}', hourMark: '{n}:00', yesterday: 'yest. {n}', now: 'now', moment: 'at {at}', notKept: 'reading', unkept: 'not kept',
  },
  unit: { cases: 'cases', percent: '%', teams: '{n} team | {n} teams' },
  none: '—',
  few: 'too few',
  link: {
    live: 'Live', held: 'Frozen', lost: 'Link lost', connecting: 'Connecting', resyncing: 'Catching up', age: 'data {age}',
    lostTitle: 'No data since {at}', lostText: 'The picture stands at {at}; it is not the present. Reconnecting by itself.', neverTitle: 'No data yet', back: 'Back, {n} rows caught up', minute: 'min', second: 's', hour: 'h', day: 'd',
    keyWrong: 'The wall key in the address is not valid', waiting: 'Waiting for the server; the wall appears by itself',
  },
  today: { title: 'Today', reported: 'Reported', accepted: 'Accepted', closed: 'Closed', open: 'Open', more: '+{n} on this time yesterday', fewer: '−{n} on this time yesterday', same: 'As many as this time yesterday' },
  rate: { title: 'Closing rate', closed: 'Closed', onTime: 'Closed on time', of: '{n} / {d}', target: 'target {n}', byPlatform: 'On time by platform', noDue: 'Nothing was due this month yet' },
  platform: { title: 'Platforms', scope: '{n} reported today' },
  trend: { title: '24 hours', scope: 'cases / h', reported: 'Reported', closed: 'Closed {n}', mean: '7-day mean', summary: 'Last 24 hours: {reported} reported, {closed} closed', none: 'Nothing reported or closed in 24 hours' },
  lamps: {
    title: 'Lamps', scope: '{n} open', red: 'Overdue', yellow: 'Due soon', green: 'In time', paused: 'Suspended', onTime: 'Closed on time today', of: ' / {n}', used: 'limit used 0', edge80: '80%', edge100: 'limit', beyond: 'over 140%',
    summary: 'Open cases by share of the limit used: {green} in time, {yellow} due soon, {red} overdue',
  },
  overdue: { title: 'Overdue', scope: '{n} red', maskedScope: '{n} red, {leftOut} left out', none: 'Nothing is overdue now', urgedBy: '{word}', moreRows: '{n} more' },
  force: {
    title: 'Squads', onDuty: 'On duty', idle: 'Free', busy: 'Busy', stale: 'Old fix', grid: 'Grid workers online', of: ' / {n} grids', patrol: 'Patrolled today', km: '{n} km', none: 'No squad is on duty',
    going: 'to {village} {matter}', at: '{village} {matter}', patrolling: 'On patrol', standing: 'Standing by', fixOld: 'fix {span} old', arriveIn: '{n} min', arriving: 'arriving', onSite: 'on site', old: 'old', offline: 'offline', speed: '{n} km/h', noFix: 'no fix', signing: 'unsigned', more: '{n} more',
  },
  rank: { leftOut: '… {n} more', title: 'Villages', townTitle: 'Ranking of towns', scope: 'on-time rate % of month {month}, line: target {target}', listScope: 'on-time rate % of month {month}', none: 'No village had anything due this month', of: '{n}/{d}' },
  ticker: {
    title: 'Broadcast', none: 'Nothing to tell yet', place: '{village} {matter}',
    event: {
      reported: 'reported', dispatched: 'dispatched', 'dispatched-team': '{unit} sent', signed: 'signed', 'signed-team': 'signed by {unit}', arrived: 'arrived', 'arrived-team': '{unit} arrived', 'reported-back': 'result reported',
      closed: 'closed', 'county-called': 'county called', 'call-answered': 'county answered', supervised: 'supervised', suspended: 'suspended', departed: 'under way', 'departed-team': '{unit} under way', other: 'changed',
    },
    eta: ', {n} min to arrive',
  },
  inset: { follow: 'Follow', followScope: '{team} {eta}', eta: '{n} min', hot: 'Hot spot', hotScope: '{village}: {open} open, {red} overdue', idle: '{team} on patrol', noFollow: 'No squad is under way', noHot: 'Nothing is open' },
  heat: { name: 'Heat', hour: 'last hour', day: 'last 24 h', week: 'last 7 days', off: 'off' },
  sheet: {
    open: '{title}: open the list and its rule', close: 'Close', rule: 'Rule', shown: '{from}–{to} of {n}', reading: 'Reading', unread: 'Could not be read: {why}', none: 'None', keys: '↑ ↓ page　← → figure　Tab Enter open a row　Esc close', keysPage: '↑ ↓ page　Esc back', back: 'Back', closedOnTime: 'closed on time', closedLate: 'closed late', noClock: 'no limit yet',
  },
  figure: {
    'reported-today': { name: 'Reported today', rule: 'Cases registered since midnight, whatever became of them.' },
    'accepted-today': { name: 'Accepted today', rule: 'Cases accepted since midnight.' },
    'closed-today': { name: 'Closed today', rule: 'Cases closed since midnight.' },
    'closed-on-time-today': { name: 'Closed on time today', rule: 'Cases closed since midnight within their limit.' },
    open: { name: 'Open', rule: 'Somebody still owes an action; suspended ones included.' },
    red: { name: 'Overdue', rule: 'Open with more than 100% of the limit used, on the working calendar.' },
    yellow: { name: 'Due soon', rule: 'Open with 80 to 100% of the limit used.' },
    green: { name: 'In time', rule: 'Open with less than 80% of the limit used.' },
    paused: { name: 'Suspended', rule: 'Open cases whose clock stands still.' },
    squads: { name: 'Squads on duty', rule: 'On duty today. Busy: with an order in hand. Old fix: last seen more than 5 minutes ago, and counted neither free nor busy.' },
    'month-due': { name: 'Due this month', rule: 'Closed this month, or due this month and still open; suspended ones are left out. The denominator of both rates.' },
    'month-closed': { name: 'Closed this month', rule: 'Closing rate = closed ÷ due.' },
    'month-closed-on-time': { name: 'Closed on time this month', rule: 'On-time rate = closed on time ÷ due.' },
  },
  help: {
    title: 'Keys', shift: '?', keys: [
      { key: '?', text: 'Show or hide this' }, { key: '← →', text: 'Change the scene' }, { key: 'Space', text: 'Pause or resume the tiles that take turns' }, { key: 'F', text: 'Full screen' }, { key: 'R', text: 'Replay; ← → step by event, Space plays, C compares with now' }, { key: '/', text: 'Find a case, squad or village' }, { key: 'A', text: 'Acknowledge an alarm that took over' }, { key: '1 2 3', text: 'Heat window, even or weighed, hexagons' }, { key: '4', text: 'Villages by open, overdue, reported, closed in time' }, { key: '5 6 7', text: 'Cases, squads, people' }, { key: '8 9 0', text: 'Fences; buildings or columns in relief; cameras' }, { key: 'D', text: 'Day or night' }, { key: 'Tab Enter', text: 'Open a tile' }, { key: 'Esc', text: 'Close, or one level up on the map' },
    ],
  },
};
