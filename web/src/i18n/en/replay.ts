/** Sentences of the time machine. */
export const replay = {
  mark: 'Replay', notLive: 'Not live', returning: 'Going back to now', back: 'Back to now', entering: 'Reading that moment', enter: 'Replay',
  play: 'Play', pause: 'Pause', faster: 'Change speed, now {n} times', before: 'Event before', after: 'Next event', dayBefore: 'Day before', dayAfter: 'Day after', cursor: 'Cursor in time', hour: '{n}:00', speed: '{n}×',
  compare: 'Compare with now', compareTitle: 'Then and now', then: 'at {at}', now: 'now {at}', keys: '← → events, Space plays, Esc back to now',
  unread: 'That moment could not be read: {why}', notKept: 'Reading that moment; a board that cannot be told of it is not shown', interrupted: 'An alarm came: the replay stopped at {at} and the present is shown',
  rows: { reported: 'Reported', accepted: 'Accepted', closed: 'Closed', open: 'Open', red: 'Overdue', yellow: 'Due soon', onTime: 'On time', onDuty: 'Teams on duty' },
  track: { why: 'Why you look at a team that is not your own', whyHint: '4 signs or more; kept in the audit log', whys: { case: 'How a case was handled', complaint: 'A complaint is checked', safety: 'Safety of the team', attendance: 'Duty and rounds' }, title: 'Tracks', choose: 'Choose teams to see the day; press a track to go to that moment', km: '{n} km', stops: '{n} stop | {n} stops', speed: '{n} km/h', stop: '{from}–{to}, {span}', none: 'No fixes on that day', unread: 'The track could not be read: {why}', speedAt: 'Speed now', profile: 'Speed; press to go to that moment' },
  page: { date: 'Date', time: 'Time', figures: 'Then and now', leadIn: 'The whole room as it was known then. No dispatch, no alarms.' },
};
