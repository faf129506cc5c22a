/** Words of the parts that all pages are made of: lists, forms, timelines. */
export const ui = {
  /** Marks between words: of names, of clauses, of sentences, before what explains, around what is added. */
  mark: { names: ', ', comma: ', ', semicolon: '; ', stop: '. ', colon: ': ', added: ' ({text})' },
  drill: 'Drill', reading: 'Reading', chooseOne: 'Choose one: everything about it shows here', keys: '↑ ↓ to choose', conflict: 'Somebody has just changed this; it is up to date now, look before you act', rule: 'rule {rule}',
  form: {
    sending: 'Sending', cancel: 'Never mind', missing: 'Fill in: {field}', optional: 'optional', yes: 'Yes', no: 'No', pick: 'Type to find one of {n}', noneFound: 'No “{text}”', remove: 'Remove {name}',
    photo: 'Photo {n}', removePhoto: 'Remove photo {n}', addPhoto: 'Add photos', uploading: 'Uploading', photoFailed: '{n} photos were not kept, choose them again',
  },
  process: {
    title: 'Process', standsAt: 'Now at: {state}', already: '{span} so far', times: 'time {n}', heldBy: 'held by {who}', since: 'since {at}', at: '{at}', next: 'What may happen next', over: 'The process has ended',
    leadsTo: '→ {state}', returns: '→ back to where it was asked', mine: 'you may', anytime: 'At any time: ',
  },
  timeline: { state: 'State', title: 'Full record', steps: '{n} step | {n} steps', when: 'When', what: 'What was done', who: 'Who, of which unit', where: 'Where', changes: 'Before and after' },
};
