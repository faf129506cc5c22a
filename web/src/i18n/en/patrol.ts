/** Words of grids day by day: the panel, the page and the phone's list of today. */
export const patrol = {
  title: 'Grids', state: { done: 'done', due: 'due', overdue: 'overdue', free: 'not asked' },
  frequency: { week: 'once a week | {n} times a week', month: 'once a month | {n} times a month', days: 'every {days} days | {n} times in {days} days' }, evidence: { photos: 'photo', place: 'be there', record: 'record' },
  panel: {
    scope: 'last {days} days', coverage: 'Coverage', of: '{done} of {owed}', overdue: 'Overdue', overdueIn: 'in {n} grid | in {n} grids', today: 'Visits today', todayIn: 'in {n} grid | in {n} grids', unvisited: 'Not visited for {days} days', never: 'never', days: '{n} d',
    none: 'Every grid was visited within {days} days', default: 'default', villages: 'Least covered villages', allIn: '{n} grid | {n} grids',
  },
  page: {
    list: 'Grids', none: 'No grid of this kind; all grids are under the first filter', filters: 'Filter grids', all: 'All', overdue: 'Overdue', unvisited: 'Not visited', today: 'Visited today', worker: 'Worker {name}', noWorker: 'no worker', coverage: 'covered {share}', overdueOf: '{n} overdue', fine: 'nothing overdue', lastVisit: 'last {at}', never: 'never visited',
    tasks: 'Duties of this period', task: 'Duty', frequency: 'How often', doneOf: 'Done', by: 'By', due: 'Until', last: 'Last', posts: 'Posts of a grid', visits: 'Last visits', noVisits: 'No visit yet', version: 'List of duties {version}', default: 'default, not yet confirmed', chooseOne: 'Choose a grid', since: 'overdue since {at}',
    photos: '{n} photo | {n} photos', fromCase: 'case reported',
  },
  field: { title: 'Grid duties today', left: '{n} to do', allDone: 'All duties are done', here: 'Done here', photo: 'Photo, done', note: 'One line on it', noFix: 'No position; please step into the open', deed: 'Grid duty', more: '{n} more', less: 'Fewer' },
  round: {
    title: 'Round', start: 'Begin a round', stop: 'End the round', startSub: 'Time, way and grids are recorded', dutyFirst: 'Go on duty first', since: 'since {at}', time: 'Time', foot: 'On foot', drive: 'Driving',
    blind: 'No position for now: the way does not grow', kept: 'Kept on this phone, sent by itself later', last: 'Last {from}–{to}, {foot} km on foot, {drive} km driving, {n} grids covered',
    ended: { worker: 'Ended', 'off-duty': 'Off duty: the round has ended', silent: 'No position for 30 minutes: ended', 'started-anew': 'Another round was begun elsewhere: this one has ended', 'too-long': '12 hours: ended' },
  },
  rounds: {
    title: 'Rounds', list: 'Rounds', day: 'Day', none: 'No round on this day', time: 'Time', touched: '{n} grids touched', filters: 'By person', everybody: 'All', track: 'Track', showTrack: 'Show the track', hideTrack: 'Hide the track', trackShown: 'The map shows the track of this round', noTrack: 'No positions: this round has no track', legend: 'Shaded: grids covered in {days} days; strongest: by this round', total: 'Way', start: 'Begun', stop: 'Ended', way: '{foot} km on foot · {drive} km driving', running: 'running', at: '{from}–{to}', foot: '{n} km on foot', drive: '{n} km driving', grids: '{n} grids covered', told: 'told at {at}', personDay: '{name}, {n}',
    covered: '{n} of {all} grids covered in {days} days', rule: 'Covered: {minutes} minutes in a grid, or {metres} m on foot; driving through is not', today: '{n} today, {running} running', sum: '{foot} km on foot, {drive} km driving', map: 'Map of what was covered',
    ends: { worker: '', 'off-duty': 'ended by going off duty', silent: 'ended after 30 minutes without positions', 'started-anew': 'ended by another', 'too-long': 'ended after 12 hours' },
  },
};
