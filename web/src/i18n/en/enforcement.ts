/** Words of enforcement. */
export const enforcement = {
  title: 'Enforcement',
  state: {
    'on-spot': 'Decided on the spot', registered: 'Registered', filed: 'Filed', investigating: 'Investigating', reviewing: 'Legal review', reviewed: 'Reviewed', noticed: 'Notified', decided: 'Decided', served: 'Served', executed: 'Executed',
    closed: 'Closed', 'no-penalty': 'Not punished', withdrawn: 'Withdrawn',
  },
  procedure: { simple: 'Simple', ordinary: 'Ordinary' },
  action: {
    register: 'Register', 'collect-evidence': 'Collect evidence', 'send-review': 'Send to legal review', 'pass-review': 'Pass the review', 'fail-review': 'Send back', notify: 'Give notice', hear: 'Record the statement', decide: 'Decide',
    'decide-none': 'Do not punish', serve: 'Serve the decision', execute: 'Executed', close: 'Close', publish: 'Publish', withdraw: 'Withdraw',
  },
  event: {
    filed: 'Filed', 'decided-on-spot': 'Decided on the spot', registered: 'Registered', 'evidence-collected': 'Evidence collected', 'review-asked': 'Sent to legal review', 'review-passed': 'Review passed', 'review-failed': 'Review failed',
    notified: 'Notice given', heard: 'Statement heard', decided: 'Decided', 'not-punished': 'Not punished', served: 'Served', executed: 'Executed', closed: 'Closed', published: 'Published', withdrawn: 'Withdrawn',
  },
  raidState: { planned: 'Planned', running: 'Under way', closed: 'Over', cancelled: 'Cancelled' },
  raidAction: { accept: 'Take the task', arrive: 'On site', start: 'Begin', report: 'Report our result', cancel: 'Cancel' },
  raidEvent: { planned: 'Planned', started: 'Begun', 'unit-accepted': 'Taken', 'unit-arrived': 'On site', 'unit-reported': 'Reported', cancelled: 'Cancelled' },
  panel: {
    scope: '{n} open', late: 'Late', month: 'Filed this month', simple: 'Simple', ordinary: 'Ordinary', raids: 'Joint raids today', noRaid: 'No joint raid today', reported: '{n}/{all} units reported', decided: 'Decided in time', published: 'Published in time', recorded: 'Recorded',
    ended: 'Ended this month', people: '{n} person | {n} people', share: '{part} of {whole}', lateIn: '{n} late',
    stage: { filed: 'Filed', investigating: 'Evidence', reviewing: 'Review', noticed: 'Notice', decided: 'Decided', served: 'Served', executed: 'Executed' },
  },
  page: {
    cases: 'Penalty cases', raids: 'Joint raids', list: 'Penalty cases', none: 'No penalty case of this kind. Cases appear once a team opened them', raidList: 'Joint raids', noRaids: 'No joint raid of this kind. Raids appear once planned', open: 'Open a case', plan: 'Plan a joint raid', all: 'All', late: 'Late', party: 'Party', masked: 'in full for the handling unit only',
    idNo: 'Identity', power: 'Power', basis: 'Basis', fact: 'Facts', place: 'Place', officers: 'Officers', decision: 'Decision', fine: 'Fine', yuan: '{n} yuan', warning: 'Warning', review: 'Legal review', needsReview: 'required', noReview: 'not required',
    reviewed: 'done', publish: 'Publication', publishBy: 'by {at}', publishedAt: 'public {at}', linked: 'From case', decisionClock: 'Decision', stepClock: 'This step', statement: 'Statement until', unit: 'Unit', dueAt: 'by {at}', overdue: 'late',
    lead: 'lead', present: '{n} came', asked: '{n} asked for', checked: '{n} checked', problems: '{n} problem | {n} problems', notReported: 'not reported', startsAt: 'from {at}', units: 'Units',
  },
  field: {
    procedure: 'Procedure', power: 'Power', partyKind: 'Party is', partyName: 'Party', idNo: 'Identity', officers: 'Officers', certificates: 'Certificates', village: 'Village', place: 'Place', fact: 'Facts', decisionNo: 'Decision no.',
    fineYuan: 'Fine', note: 'Note', reason: 'Reason', photos: 'Photos', isWaived: 'Statement waived', title: 'Title', startsAt: 'Begins', lead: 'Lead unit', units: 'Units', headcount: 'People each', present: 'Came', checked: 'Checked', problems: 'Problems',
    certificateHint: 'in the order of the officers, separated by commas', onSpotHint: 'Simple procedure: up to {person} yuan for a person, {organisation} for an organisation',
  },
  party: { person: 'a person', organisation: 'an organisation' },
};
