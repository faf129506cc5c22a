/** Words of the sheets behind the tiles of governance: what each number counts, and what happened to an object. */
export const sheets = {
  toCase: 'The case', whistle: '{town}: whistle rate',
  kind: { case: 'Case', order: 'Order', call: 'Call', matter: 'Matter', site: 'Site', penalty: 'Penalty case', raid: 'Joint raid', draw: 'Draw', check: 'Object drawn', inspector: 'Inspector', application: 'Application', grid: 'Grid', task: 'Grid', visit: 'Grid' },
  site: { building: 'building', finished: 'finished', stopped: 'stopped' },
  state: { urged: 'urged', unchecked: 'to check', done: 'done', cancelled: 'cancelled' },
  event: { 'site-registered': 'registered', 'site-scanned': 'scanned', 'site-finished': 'finished', 'site-stopped': 'stopped', planned: 'planned', started: 'started', 'unit-reported': 'reported', cancelled: 'cancelled', visited: 'visited' },
  oversight: {
    urge: { name: 'Urged', rule: 'Reminders before the limit; they end with their step and owe no reply.' }, yellow: { name: 'Yellow', rule: 'Yellow orders not struck off.' }, red: { name: 'Red', rule: 'Red orders not struck off.' },
    county: { name: 'County', rule: 'Orders of the county not struck off.' }, censure: { name: 'Censure', rule: 'Censures not struck off.' }, 'late-replies': { name: 'Late replies', rule: 'Orders that wait for a reply beyond its limit.' },
    opened: { name: 'Signed this month', rule: 'Orders signed this month, without reminders and drafts.' }, replied: { name: 'Replied this month', rule: 'Orders replied to in writing this month.' }, 'struck-off': { name: 'Struck off this month', rule: 'Orders struck off this month.' },
  },
  calls: {
    running: { name: 'Running', rule: 'Sent, and neither finished nor returned; the one that is due first in front.' }, sent: { name: 'Calls', rule: 'Calls to the county this month, or last month as long as this one has none; without those withdrawn before an answer.' },
    responded: { name: 'Answered in time', rule: 'Of the calls answered or due for an answer, those answered in time; a rightful return counts as an answer.' },
    finished: { name: 'Finished in time', rule: 'Of the calls finished or due to be, those finished in time; returned ones are left out.' },
    rated: { name: 'Rated', rule: 'Calls of the period that the township has rated.' }, to: { rule: 'Calls of the period to this department.' },
    whistle: { rule: 'Calls to the county of the cases accepted in the same period; both are listed.' },
  },
  joint: {
    running: { name: 'Running', rule: 'Matters opened and not yet done or cancelled.' }, late: { name: 'Late', rule: 'Running matters of which a step is beyond its limit.' }, building: { name: 'Sites', rule: 'Sites registered and neither finished nor stopped.' },
    'scans-today': { name: 'Scans today', rule: 'Scans since midnight, by site.' }, 'scans-month': { name: 'Scans this month', rule: 'Scans of this month, by site.' }, 'scans-total': { name: 'All scans', rule: 'All scans, by site.' },
    'visits-due': { name: 'Visits due', rule: 'Steps that ask for somebody on the spot now.' }, 'visits-done': { name: 'Visits done', rule: 'Steps done on the spot.' }, matter: { rule: 'Running matters opened by this template.' },
  },
  enforcement: {
    open: { name: 'Open', rule: 'Penalty cases that have not ended.' }, late: { name: 'Late', rule: 'Open cases whose step or decision is beyond its limit.' }, opened: { name: 'Filed this month', rule: 'Cases filed or decided on the spot this month.' },
    'opened-simple': { name: 'Simple', rule: 'Filed this month under the simple procedure.' }, 'opened-ordinary': { name: 'Ordinary', rule: 'Filed this month under the ordinary procedure.' }, ended: { name: 'Ended this month', rule: 'Closed, withdrawn or not punished this month.' },
    decided: { name: 'Decided in time', rule: 'Of this month’s decisions under a limit, those within it.' }, published: { name: 'Published in time', rule: 'Of this month’s decisions published or due to be, those published in time.' },
    stage: { rule: 'Open cases at this stage now.' }, raids: { name: 'Raids today', rule: 'Joint raids that begin today and are not cancelled.' },
  },
  draws: {
    objects: { name: 'Objects', rule: 'All objects drawn.' }, inspectors: { name: 'Inspectors', rule: 'Inspectors drawn, with those who stepped in.' }, checked: { name: 'Checked', rule: 'Of the objects drawn, those with a result.' },
    problems: { name: 'Problems', rule: 'Of the objects checked, those with a problem.' }, 'in-time': { name: 'Public in time', rule: 'Of the results public or due to be, those public in time.' }, late: { name: 'Public late', rule: 'Results public too late, or still not.' },
    waiting: { name: 'To publish', rule: 'Results that are not public yet and still in time.' }, year: { name: 'This year', rule: 'Draws carried out this year.' },
  },
  service: {
    late: { name: 'Late', rule: 'In hand, and beyond the limit of the node or of the whole.' }, received: { name: 'Taken today', rule: 'Taken since midnight.' }, 'handed-over': { name: 'Handed over today', rule: 'Handed over since midnight.' },
    'on-time': { name: 'On time this month', rule: 'Of what was handed over or refused this month, what kept the limit of the whole.' }, proxy: { name: 'By proxy', rule: 'Of what was taken this month, what a proxy carries.' }, 'in-hand': { name: 'In hand', rule: 'Neither handed over, refused nor withdrawn.' },
    supplement: { name: 'Incomplete', rule: 'Waiting for the applicant, the clock stands still.' }, node: { rule: 'In hand at this node now.' },
  },
  patrol: {
    coverage: { name: 'Coverage', rule: 'Of the periods of duties that ran out, those fulfilled; the least covered grids in front.' }, overdue: { name: 'Overdue', rule: 'Tasks beyond their limit, one a row, the oldest in front.' },
    today: { name: 'Visits today', rule: 'Visits recorded since midnight, one a row.' }, unvisited: { name: 'Not visited', rule: 'Grids that nobody visited for more days than the rule allows.' },
  },
};
