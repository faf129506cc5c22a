/** Words of service matters at a window: the panel and the page. */
export const service = {
  title: 'Services', node: { accept: 'Accept', review: 'Review', approve: 'Decide', issue: 'Issue', deliver: 'Hand over' }, channel: { window: 'window', online: 'online', proxy: 'by proxy' },
  state: { open: 'in hand', supplement: 'supplement owed', delivered: 'handed over', refused: 'refused', withdrawn: 'withdrawn' },
  action: { pass: 'Finish “{node}”', 'hand-over': 'Hand over', 'ask-supplement': 'Ask for a supplement', supplement: 'Supplement is here', refuse: 'Refuse', withdraw: 'Withdraw', urge: 'Urge', rate: 'Rate' },
  event: {
    'application-taken': 'taken', 'node-passed': 'to {node}', 'handed-over': 'handed over', 'supplement-asked': 'supplement asked for', supplemented: 'supplemented', 'application-refused': 'refused', 'application-withdrawn': 'withdrawn',
    'application-urged': 'urged', 'application-rated': 'rated',
  },
  rating: { 5: 'very satisfied', 4: 'satisfied', 3: 'fairly satisfied', 2: 'dissatisfied', 1: 'very dissatisfied' },
  form: { reason: 'Reason', note: 'Note', materials: 'What is missing', rating: 'Rating', matter: 'Matter', channel: 'Channel', village: 'Village', name: 'Applicant', phone: 'Phone', proxy: 'Proxy', proxyHint: 'Person number of the proxy' },
  panel: {
    scope: '{n} matter | {n} matters', today: 'Received today', handed: 'Handed over', rate: 'On time', of: '{on} of {all}', proxy: 'By proxy', proxyOf: '{n} of {all}', inHand: '{n} in hand', supplement: '{n} waiting', late: '{n} late', noLate: 'Nothing is late', default: 'default', lateTitle: '{n} late',
  },
  time: { left: '{span} left', over: '{span} over', waits: 'waiting' },
  page: {
    list: 'Applications', none: 'No application of this kind now. Those taken at a window, online or by a proxy appear here', filters: 'Filter applications', all: 'In hand', late: 'Late', supplement: 'Supplement', ended: 'Ended', take: 'Take an application', line: 'Nodes', node: 'node {time}', whole: 'Whole {time}', applicant: 'Applicant', phone: 'Phone', channel: 'Channel', holder: 'With', proxy: 'Proxy', taken: 'Taken', nothing: 'Nothing for you to do now',
    limit: 'until {at}', used: 'done {at}', by: '{name}', reason: 'Missing: {text}', refused: 'Refused: {text}', version: 'List of matters {version}', default: 'default, not yet confirmed', materials: 'Materials: {list}', chooseOne: 'Choose an application', rated: 'Rated: {text}', waiting: 'ahead',
  },
};
