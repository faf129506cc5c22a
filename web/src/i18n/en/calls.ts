/** Calls of a tier to the one above: states, stops, the panel, the page, the forms and the case's own calls. */
export const calls = {
  title: 'Calls to the county',
  default: 'default',
  dispute: 'Dispute',
  tier: { grid: 'Grid', village: 'Village', township: 'Township', county: 'County' },
  townRole: { lead: 'township leads', support: 'township supports' },
  ground: { 'beyond-power': 'Beyond own power', emergency: 'Emergency' },
  urgency: { emergency: 'Emergency', major: 'Major', routine: 'Routine' },
  state: { drafted: 'To sign', called: 'Called', answered: 'Answered', responding: 'Under way', finished: 'To rate', rated: 'Rated', returned: 'Returned', withdrawn: 'Withdrawn' },
  stop: { called: 'Call', answered: 'Answer', arrived: 'Arrival', planned: 'Plan', finished: 'Finish' },
  call: { village: 'Call the village', township: 'Call the township', county: 'Call the county' },
  action: {
    revise: 'Revise', sign: 'Sign and call', assign: 'Assign lead and supports', answer: 'Answer', 'give-plan': 'Give the plan', arrive: 'Arrived', mediate: 'Record mediation', 'hand-in-share': 'Hand in our share',
    'excuse-share': 'Excuse a support', finish: 'Finish', return: 'Return', withdraw: 'Withdraw', rate: 'Rate',
  },
  event: {
    drafted: 'Drafted', revised: 'Revised', called: 'Signed and called', assigned: 'Lead and supports assigned', answered: 'Answered', 'plan-given': 'Plan given', arrived: 'Arrived', mediated: 'Mediated',
    'share-handed-in': 'Share handed in', 'share-excused': 'Support excused', finished: 'Finished', returned: 'Returned', withdrawn: 'Withdrawn', rated: 'Rated',
  },
  mediation: { agreed: 'Agreed', failed: 'Failed', adjourned: 'Adjourned' },
  rating: { 5: 'Very good', 4: 'Good', 3: 'Fair', 2: 'Poor', 1: 'Very poor' },
  tried: { handled: '{unit} tried', mediated: '{unit} mediated' },
  said: {
    returned: 'Returned by {item}', mediated: 'Mediation: {result}', support: '{unit}, support', excused: 'excused', owing: 'not handed in', unsolved: 'Finished (not solved)', rated: 'Rated {stars}', solvedYes: 'Solved', solvedNo: 'Not solved',
  },
  time: { left: '{stop}: {span} left', over: '{stop}: {span} over', leftShort: '{span} left', overShort: '{span} over', used: 'took {span}', usedLate: 'took {span}, late', by: 'by {at}' },
  panel: {
    scope: '{n} running', dayTime: '{day}. {time}', calls: 'Calls', responded: 'Answered in time', finished: 'Finished in time', rating: 'Rating', thisMonth: 'This month', lastMonth: 'Last month', callsShort: 'Calls',
    respondedShort: 'Answ.', finishedShort: 'Done', ratingShort: 'Rating', whistle: 'Calls per case', outside: 'off band',
  },
  page: {
    list: 'Calls', filters: 'Filter calls', none: 'No call of this kind now. Calls are drafted on the page of a case and appear here once sent', chooseOne: 'Choose a call to see all of it', nothing: 'This call needs nothing of you now', since: 'since {at}',
    filter: { running: 'Running', draft: 'To sign', finished: 'To rate', ended: 'Ended', all: 'All' },
  },
  field: {
    ground: 'Ground', urgency: 'Urgency', item: 'Item', called: 'Whom to call', triedBy: 'Who tried', mediatedBy: 'Who mediated', triedWords: 'What came of it', study: 'Why', signedBy: 'Signed by', handler: 'Handler', handlerName: 'Handler',
    handlerPhone: 'Phone', plan: 'Plan', mediation: 'Result', mediated: 'Mediation', share: 'Our share', lead: 'Lead', supports: 'Supports', reason: 'Reason', result: 'Result', isSolved: 'Solved', returnItem: 'By item', satisfaction: 'Rating',
    remark: 'Remark', about: 'The case',
  },
  form: { triedKnown: '{n} attempt is on record; more may be added | {n} attempts are on record; more may be added', triedEmergency: 'Not needed in an emergency', respond: 'answer {limit}', arrive: 'arrive {limit}', finish: 'finish {limit}' },
  case: { title: 'Calls', tier: 'Now with: {tier}' },
  grid: { mine: 'My calls: {n}', tried: 'What was done', triedHint: 'What you did on the spot, and why the village is needed', missing: 'Please write what was done', send: 'Call the village', nothing: 'Nothing to call the village for now', running: 'Called; they are at work. You rate it in the end' },
};
