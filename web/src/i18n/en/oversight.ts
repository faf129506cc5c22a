/** Words of supervision (督办): rungs, states, the panel, the page and the case's own orders. */
export const oversight = {
  title: 'Supervision',
  rung: { urge: 'Reminder', yellow: 'Yellow order', red: 'Red order', county: 'County order', censure: 'Circular' },
  rungShort: { urge: 'Rem', yellow: 'Yel', red: 'Red', county: 'Cty', censure: 'Circ' },
  state: { draft: 'to be confirmed', open: 'reply owed', replied: 'to be struck off', 'struck-off': 'struck off', lifted: 'lifted' },
  urgeState: 'under way',
  post: { handler: 'handler', head: 'head', deputy: 'deputy in charge', town: 'township', county: 'county department', room: 'command room' },
  origin: { ladder: 'opened by the ladder', manual: 'opened by hand', instruction: 'a leader’s instruction' },
  action: { confirm: 'Confirm and send', reply: 'Reply', 'strike-off': 'Strike off', 'reject-reply': 'Reject the reply', lift: 'Lift' },
  event: { opened: 'Signed', confirmed: 'Confirmed', replied: 'Replied', 'reply-rejected': 'Reply rejected', 'struck-off': 'Struck off', lifted: 'Lifted' },
  ended: { 'case-ended': 'The case has ended, and this with it', 'clock-past': 'The step is over, and this with it' },
  time: { left: '{span} left', over: '{span} late', caseOver: 'case {span} late', caseLeft: 'case {span} left', caseEnded: 'case ended' },
  defaultLadder: 'default',
  panel: {
    scope: '{n} unfinished', none: 'No unfinished orders', month: 'This month {opened} signed, {replied} answered, {struck} struck off',
    replyOver: 'reply {span} late', replyLeft: 'reply in {span}',
  },
  page: {
    list: 'Orders', filters: 'Filter orders', none: 'No order of this kind now. The ladder signs one when a case falls due or late; it will appear here', chooseOne: 'Choose an order to see all of it',
    filter: { open: 'Unfinished', urge: 'Reminders', struck: 'Struck off', all: 'All' },
    place: 'Place', to: 'To', signer: 'Signed by', copy: 'Copy to', openedAt: 'Signed at', replyBy: 'Reply by', noReply: 'no written reply owed', requirement: 'Requirement',
    reply: 'Reply', rejected: 'Rejected because', rejectedTimes: 'rejected {n} time | rejected {n} times', onDuty: '{role} on duty', ladder: 'by ladder {version}', nothing: 'Nothing for you to do here now',
  },
  form: { reply: 'What was done', photos: 'Photos', note: 'Remark', reason: 'Reason', rung: 'Rung', requirement: 'Requirement' },
  case: { title: 'Supervision', open: 'Sign an order', finished: '{n} finished' },
};
