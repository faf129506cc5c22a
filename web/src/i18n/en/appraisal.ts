/** Sentences of appraisal in English. */
export const appraisal = {
  panel: {
    title: 'Appraisal', scope: '{area}, month {month}', default: 'default', unscored: 'No score yet this month', score: 'points', letter: 'grade {letter}',
    worst: 'Weakest three', noWorst: 'Everything within its target', league: { town: 'Townships', department: 'Departments' }, open: 'Open appraisal', unranked: 'unranked',
  },
  sheet: {
    score: 'Score', all: 'All indicators', weight: 'weight {share}', league: { town: 'Townships', department: 'Departments' },
    rule: { score: 'The score is made of these by weight; those without a value are left out and the rest weighs more', dimension: 'This dimension is made of these by weight', all: 'All indicators of this area; each opens its formula and its cases', league: 'Ranked by score; too few cases are not ranked' },
  },
  band: { green: 'on target', yellow: 'watch', red: 'below' },
  page: {
    subject: 'Who', period: 'Period', earlier: 'Earlier', later: 'Later', leagues: 'Compare', whole: 'Whole area', export: 'Export table', reading: 'Reading', asOf: 'as of {at}',
    default: 'default values, not confirmed', edition: 'indicators {indicators}, weights {weights}', place: 'No. {n}', n: 'n {n}', few: 'few cases',
    noScore: 'No score', parts: 'Made of', missing: 'missing', dimensions: 'Four dimensions', dimensionsNote: 'dimensions and weights are defaults',
  },
  periods: { day: 'Day', week: 'Week', month: 'Month', quarter: 'Quarter', year: 'Year' },
  leagues: {
    town: 'Townships', village: 'Villages', grid: 'Grids', department: 'Departments', team: 'Teams', 'grid-worker': 'Grid workers', intake: 'Intake', 'duty-chief': 'Duty chiefs', dispatcher: 'Dispatchers', handler: 'Handlers',
  },
  why: { 'no-source': 'nobody records it yet', 'now-only': 'only as of now', 'no-cases': 'nothing to divide by', few: 'few cases, unranked', 'other-terms': 'other terms, unranked', 'no-score': 'no score' },
  table: { name: 'Indicator', value: 'Value', parts: 'Numerator / denominator', band: 'Rating', label: 'Indicators', mean: 'median {median}, 90 % within {p90}' },
  figure: {
    formula: 'Formula', denominator: 'Denominator', note: 'How it is counted', bands: 'Targets', cases: 'Cases counted', things: 'Everything counted', none: 'No cases', hidden: '{n} more lie outside your sight',
    adds: 'Numerator {numerator}, denominator {denominator}', part: 'numerator {numerator}, denominator {denominator}', trend: 'Last {n} periods', open: 'Open case {no}', more: 'Read more',
    green: 'on target {range}', yellow: 'watch {range}', from: 'from {n}', to: 'up to {n}', between: '{a} to {b}', source: 'definition {source}, targets {bands}',
    choose: 'Choose an indicator to see its formula, trend and every case it counts',
  },
  things: { unseen: 'not on duty', seenAt: 'on duty {at}', unvisited: 'not visited', visitedAt: 'visited {at}', tooFew: 'too few, last {at}', open: 'Open the daily work of {place}' },
  rank: { label: 'Ranking', name: 'Who', score: 'Score', letter: 'Grade', terms: 'Terms: {terms}' },
  lock: { post: 'Post lock', person: 'Person lock', since: 'since {since}, open end', left: 'until {until}, {n} day left | until {until}, {n} days left', over: 'ended {until}', coming: 'from {since}' },
  roster: {
    title: 'Stationed staff', note: 'Posts are locked to the township and people to their posts. Stationed staff are appraised by the same terms as its own.', homeUnit: 'Home unit', filled: '{n} of {posts} posts',
    nobody: 'Nobody is registered here yet', noBodies: 'No stationed body here', uses: 'Uses of the four rights', noUses: 'None so far', all: 'All',
    over: '{department} {person}', whole: 'the whole body', useOver: 'Use right', useOverWhom: 'Use a right over {name}', useOverTitle: 'Over {whom}', which: 'Which right', use: 'Use and record', cancel: 'Cancel',
    chooseWhom: 'Choose a body or a person on the roster. You may use: {rights}', reason: 'Reason (four characters at least)', answer: 'Answer', withdraw: 'Take back',
    noteFor: { answer: 'Your answer', withdraw: 'Why it is taken back' }, usedBy: '{who}, {role}', endedBy: { answered: 'answered by {who} {at}', withdrawn: 'taken back by {who} {at}', used: '{who} {at}' },
    state: { used: 'waiting', answered: 'answered', withdrawn: 'taken back' }, rights: { command: 'Command', appraise: 'Appraise', nominate: 'Nominate', veto: 'Veto' },
    shortRights: { command: 'Command', appraise: 'Appraise', nominate: 'Nominate', veto: 'Veto' },
    rightNotes: { command: 'Staff and shifts: the body follows and answers', appraise: 'Counts in the appraisal at their home unit', nominate: 'An honour or a post, answered by the home unit', veto: 'Against a transfer, an appointment or an honour' },
  },
};
