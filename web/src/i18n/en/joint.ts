/** Joint handling, matters of several departments and building sites. */
export const joint = {
  panel: {
    title: 'Joint matters · house building', scope: '{n} running', late: '{n} late', none: 'No joint matter is running', building: 'Being built', today: 'Scans today', month: 'This month', total: 'All scans',
    due: '{n} due', done: '{n} visited', running: 'Running', open: 'Open joint matters', unit: '', default: 'default',
  },
  page: {
    list: 'Joint matters', none: 'No matter of this kind now; those done are under the other filters', own: 'With us', all: 'All', lateOnly: 'Late', sites: 'Site signs', running: 'Running', done: 'Done', cancelled: 'Ended', default: 'Templates are defaults, not yet confirmed', version: 'Template edition {version}',
    opened: 'Opened {at} · {by}', fromCase: 'From case {no}', site: 'Site {code}', process: 'Process', parallel: 'side by side', holds: 'With {who}', left: '{span} left', over: '{span} over', used: 'took {span}', waiting: 'not yet',
    skipped: 'skipped', failed: '{n} correction | {n} corrections', step: 'Present step', limit: 'Due {at}', photos: '{n} photo | {n} photos', owner: '{owner}', printSigns: 'Print the sign', allSigns: 'All signs', none2: 'Nothing waits for you', notYours: 'With {owner}', scanOnly: 'Done on the spot by scanning',
  },
  action: { 'finish-step': 'Finish “{step}”', 'fail-step': 'Correct “{step}”', 'skip-step': 'Skip “{step}”', 'urge-step': 'Urge “{step}”', cancel: 'End the matter' },
  field: { reason: 'Reason', note: 'Note', photos: 'Photos' },
  event: {
    'matter-opened': 'Opened', 'step-finished': 'Finished', 'step-failed': 'To be corrected', 'step-skipped': 'Skipped', 'step-urged': 'Urged', 'matter-cancelled': 'Ended',
    'support-asked': 'Support asked', 'support-signed': 'Signed', 'support-fed-back': 'Answered', 'support-accepted': 'Accepted', 'support-sent-back': 'Sent back', 'excuse-requested': 'Excuse asked',
    'excuse-granted': 'Excused', 'excuse-refused': 'Excuse refused', 'support-urged': 'Urged', 'support-dropped': 'Dropped',
  },
  support: {
    title: 'Support', open: '{n} still open', allDone: 'all done', state: { asked: 'To sign', signed: 'Under way', 'fed-back': 'With the lead', 'excuse-requested': 'Excuse asked', accepted: 'Done', excused: 'Excused' },
    action: { sign: 'Sign', 'feed-back': 'Answer', accept: 'Accept', 'send-back': 'Send back', 'request-excuse': 'Ask to excuse', 'grant-excuse': 'Excuse', 'refuse-excuse': 'Do not excuse', urge: 'Urge', drop: 'Drop' },
    ask: 'Asked: {text}', feedback: '{by}: {text}', excuse: 'Excuse: {text} (asked by {asked}{granted})', granted: ', granted by {by}', matters: 'May become a joint matter', openMatter: 'Open “{name}”', running: 'Joint matter {name}',
  },
  site: {
    title: 'Building site', plan: '{m2} m², {floors} floors', scans: '{n} scan | {n} scans', due: 'Due now', nothingDue: 'No visit is due; you may record a look', notYours: '“{step}” is for {owner}; you may record a look',
    unknown: 'No site has this code', lost: 'Code {code}. Look at the sign, go back and scan again.',
    look: 'Record a look', submit: 'Hand in the visit', locating: 'Locating…', noFix: 'No position yet; go into the open', near: '{m} m from the site', far: '{m} m from the site: too far', photos: 'Photos (at least {n})', photo: 'Photo', note: 'Note', yes: 'In order', no: 'Not',
    sent: 'Handed in', failed: 'Some points are not in order: recorded for correction', history: 'Last scans', passed: 'in order', notPassed: 'to correct', patrol: 'look', missing: 'Missing: {what}', back: 'Back', scan: 'Scan', uploading: 'Uploading…',
  },
  sign: { title: 'House building notice', print: 'Print', count: '{n} sign | {n} signs', scan: 'Scan to inspect', code: 'No.', place: 'Place', owner: 'Owner', area: 'Approved', floors: 'Floors', builder: 'Builder', back: 'Back' },
};
