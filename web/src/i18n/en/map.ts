/** Words on the maps of the wall and the desk. */
export const map = {
  label: 'Map of the township', inset: 'Detail map',
  over: '{span} late', left: '{span} left',
  eta: '{time} · {distance}', etaNow: 'arriving · {distance}', minutes: '{n} min', hours: '{h} h {n} min', metres: '{n} m', kilometres: '{n} km',
  candidate: '{rank} {team}  {time}',
  day: '{n} d ', hour: '{n} h ', minute: '{n} min', underMinute: 'under 1 min',
  marks: '{n} marks: red, yellow and grey lamps, and the last hour’s reports', marksAll: '{n} marks: all open cases', leftOut: '{n} left out, places moved to the middle of their grid', tone: 'Shade of a grid: open cases', schematic: 'Schematic map CGCS2000', datum: 'CGCS2000',
  outerGone: 'The outer base map does not answer: the built-in one is shown',
  window: { hour: 'reports of the last hour', day: 'reports of the last 24 hours', week: 'reports of the last 7 days' },
  heat: { density: 'Heat: {window}', severity: 'Heat: {window}, weighed by urgency and lateness' },
  ground: {
    hex: 'Hexagons of {side}: {window}', counts: 'Shade of a {area}: {figure}, {classes}', rates: 'Shade of a {area}: how far below {target} % it closes in time this month, none below 5 cases',
    openOnly: 'open and just closed only', columns: 'height as shade', andMore: '{n} and more', comma: ', ',
    area: { town: 'township', village: 'village', grid: 'grid' }, figure: { open: 'open cases', red: 'overdue', reported: '{window}', 'on-time': 'closed in time' },
  },
  drill: { label: 'Way down', back: 'one level up', open: '{n} open', red: '{n} overdue', yellow: '{n} due soon', fresh: '{n} of them reported today', rate: 'closed in time this month {rate} ({n}/{d})' },
  cluster: { title: '{n} cases here', close: 'Close', more: '{n} more' },
  fence: { 'keep-out': 'no entry', 'keep-in': 'work area', watch: 'watched', slow: 'slow', route: 'patrol route' },
  rings: { within: '{n} min', drawn: 'Rings: {minutes} min by road', noRoad: 'No road reaches here: no arrival rings' },
  building: { house: 'house', block: 'block', hall: 'factory hall' },
};
