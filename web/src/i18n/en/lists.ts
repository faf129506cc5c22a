/** Lists, editions, the route of a case and the calendar's gaps in English. */
export const lists = {
  title: 'Lists', filters: 'Filter lists', none: 'No such list', noRows: 'No such row', editions: 'Editions', version: 'Version', from: 'In force from', documentNo: 'Document no.',
  filter: { all: 'All', default: 'Default', confirmed: 'Confirmed' },
  default: 'Default', confirmed: 'Confirmed', editionCount: '{n} edition | {n} editions', since: 'from {day}', comingFrom: 'from {day}',
  standing: { 'in-force': 'In force', coming: 'Coming', past: 'Past' },
  noDocument: 'no document', shipped: 'Defaults that came with the product; they hold until the county confirms its own', publishedBy: 'published by {who} {at}', download: 'Download', publish: 'New edition',
  item: 'Item', value: 'Value', nothing: 'empty', emptyColumns: 'Columns not filled in yet: {names}',
  search: 'Find in {n} rows', compare: 'Compare with another edition', compareNone: 'Not compared', compareWith: 'Compare with {version}', onlyChanged: 'Differences only',
  change: { added: 'Added', changed: 'Changed', removed: 'Removed' }, changeCount: '{change} {n}',
  bounce: { title: 'Bounces', times: '{n}×', way: '{from} → {to}', returns: 'returned {n}', redirects: 'redirected {n}', sum: '{n} bounces over {items} items', first: 'Most bounced first' },
  upload: {
    title: 'New edition: {name}', content: 'Content', csv: 'Choose a CSV file', json: 'Choose a JSON file', same: 'Keep {version} as it is', versionHint: 'such as 2027.1', optional: 'optional',
    confirmed: 'Confirmed by the county (no longer shown as default)', line: 'Line {n}', head: 'Form', count: ': {n} to mend', send: 'Publish',
    columns: 'It needs these columns: {names}. Download the present edition, change it and choose it here', preview: 'Compared with {version}',
    missing: { mended: 'Mend the file and choose it again', file: 'Choose the content first', version: 'Give the version', day: 'Give the first day' },
    consequence: 'Takes the place of the present edition from {day}. It cannot be changed afterwards; cases already reported keep theirs',
  },
  route: {
    noItem: 'Not listed', byType: 'Sent by the type of case', to: '→ {to}', tier: 'Level', receiver: 'Goes now to', lead: 'Lead', supports: 'Supports', duty: 'Township', limit: 'Limit', basis: 'Basis',
    gridTasks: 'Grid worker', gridTask: { verify: 'may verify', check: 'may check', none: 'not admitted; an inspector checks' }, office: 'Responsible', phone: 'Phone', noPhone: 'not given', edition: 'Edition', alternatives: 'Not chosen', opens: '{lead} is back {at}',
    tierOf: { village: 'Within the village', township: 'One office of the township', joint: 'Joint meeting', county: 'County call' },
    why: {
      'not-valid': 'not valid on this day', 'wrong-ground': 'not for this ground (town or country)', 'other-item': 'another item fits better', 'list-names-another': 'the list names another',
      'township-can': 'the township can do it', 'too-big': 'beyond the township', 'supports-only': 'supports only', 'off-duty': 'off duty now',
    },
  },
  calendar: { late: 'Dates were reckoned before the holiday notice came', missing: 'No holiday notice for {years}', guessed: '{n} open case has a due date that is a guess | {n} open cases have a due date that is a guess', soon: 'until it is entered, dates in that year are guesses', enter: 'Enter it in the calendar' },
};
