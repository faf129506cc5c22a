/** Sentences of the case page about reports of one matter, receipts, rounds and applications. */
export const casePage = {
  voice: 'Voice note {n}',
  same: {
    title: 'Possibly the same matter', scope: 'open, same type, place and time', away: '{n} m away', age: 'told {span} ago', reports: '{n} report | {n} reports', merge: 'Merge', mergeInto: 'Merge into {no}',
  },
  application: { title: 'Application', asks: 'Asks for: {what}', review: 'First review', decision: 'Decision', turn: 'due' },
  receipts: {
    title: 'Receipts', count: '{n} report | {n} reports', owedCount: '{n} to be answered', owed: 'answer owed', none: 'no answer needed', answered: 'answered ({how}) {at}', say: 'Answer', by: 'Answered by',
    answerTo: 'Answer {who}', words: 'Your report “{matter}”: {outcome}. Thank you for telling us.',
  },
  selfHandled: { approve: '{n} self-handled: approve all but those drawn', done: '{n} approved' },
  reopening: {
    title: 'Asked to be reopened', asked: '{who} {at}', none: 'left no name', reason: 'They say', say: 'Answer to a refusal', sayHint: 'Why it stays closed; they read it by their receipt code', grant: 'Reopen…', decline: 'Decline and answer', declined: 'declined and answered {at}',
    waits: 'The duty chief decides',
  },
  rounds: { now: 'Round {n}', one: 'Round {n}', why: 'Reopened: {why}', started: 'Started', due: 'Due', handled: 'Handed in', closed: 'Closed' },
};
