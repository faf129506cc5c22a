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
};
