/** Sentences of briefings (简报). */
export const briefings = {
  list: 'Briefings', none: 'No briefing yet. Press “Make one now” to freeze the figures of this moment', choose: 'Choose a briefing', filters: 'Filter',
  filter: { all: 'All', draft: 'To sign', issued: 'Issued', planned: 'Scheduled' },
  state: { draft: 'to sign', issued: 'issued', withdrawn: 'withdrawn', discarded: 'discarded' },
  kind: { moment: 'Briefing', day: 'Daily', week: 'Weekly', month: 'Monthly' },
  now: 'Make one now', freezing: 'Freezing', compose: 'Choose contents', plans: 'Scheduled', planNext: '{name}, next {at}', plansDefault: 'Times and figures are defaults, not confirmed here',
  asOf: 'Figures as of {at}', planned: 'Schedule', unmasked: 'Personal data',
  preview: 'Preview', paper: { a4: 'A4', slide: 'Slides' }, pages: '{n} pages, just as they print', drawing: 'Setting pages',
  fact: { asOf: 'Figures as of', period: 'Period', area: 'Area', personal: 'Personal data', made: 'Made by', issued: 'Issued by', plan: 'Origin', hash: 'Checksum', cases: 'Cases', figures: 'Figures' },
  masked: 'masked', unmaskedFor: 'in the clear: {why}', byPlan: 'schedule', byHand: 'by hand', figureCount: '{n}', caseCount: '{n}',
  hashHint: 'Counted from all that was frozen; whoever changes one character changes it',
  files: 'Take away', file: { pdf: 'PDF', pptx: 'PPTX', xlsx: 'XLSX', png: 'PNG' }, fileHint: { pdf: 'for print, A4', pptx: 'slides, text can be edited', xlsx: 'sheets, numbers are numbers', png: 'one long picture for phones' }, then: 'Replay this moment', logged: 'Who took it and when is in the audit log', log: 'Open',
  act: { issue: 'Issue', write: 'Edit text', discard: 'Discard', withdraw: 'Withdraw', reason: 'Why it is withdrawn', save: 'Keep text', issueHint: 'No text changes after that; walls may present it' },
  note: { title: 'Heading', text: 'Text', raise: 'Move up', remove: 'Remove', add: 'Add a paragraph' },
  event: { frozen: 'frozen', written: 'text edited', issued: 'issued', discarded: 'discarded', withdrawn: 'withdrawn' },
  form: {
    title: 'Choose contents and freeze', kind: 'Kind', moment: 'Moment', thisMoment: 'now', pastMoment: 'a past moment', which: 'Period', running: 'this one so far', last: 'the last one', area: 'Area', name: 'Title', nameHint: 'Left empty: area and kind', figures: 'Figures and definitions', chosen: '{n} chosen, printed in that order', find: 'Find a figure',
    cases: 'Cases', overdue: 'The 10 longest overdue', pick: 'Choose', none: 'None', map: 'Map', withMap: 'with it', noMap: 'without', caseFind: 'Find a case', notes: 'Text', personal: 'Personal data', mask: 'masked', unmask: 'in the clear', why: 'Why; printed on every page', mayNot: 'This role may not put personal data into a briefing',
    send: 'Freeze', missing: { figures: 'Choose at least one figure', why: 'Say why (4 characters or more)', note: 'Each paragraph needs a heading and text' }, cancel: 'Cancel',
  },
};
