/** The village channel: what villages make public, at the desk and for anybody. */
export const notices = {
  kind: { news: 'Notice', guide: 'Guide', affairs: 'Village affairs', money: 'Village accounts' },
  state: { draft: 'draft', published: 'published', withdrawn: 'withdrawn', discarded: 'thrown away' },
  filter: { all: 'All', waiting: 'To publish', published: 'Published', withdrawn: 'Withdrawn' }, filters: 'Filter of the village channel', list: 'Village channel', none: 'Nothing was made public yet. Write a notice, a guide or an entry of the village ledger, and people read it by their code.',
  write: 'Write', save: 'Keep as a draft', saveHint: 'Only desks see drafts; duty chief, commander or deputy publish. An entry of the village ledger is published by somebody who wrote none of it.',
  preview: 'On a phone', hasDraft: 'changed, not published', over: 'over', wholeTown: 'the whole township', waits: 'Waits for the duty chief, commander or deputy.', waitsSecond: 'Waits for a duty chief, commander or deputy who wrote none of it.',
  field: {
    kind: 'Kind', area: 'For', title: 'Title', text: 'Text', money: 'Money', photos: 'Photos', from: 'From', until: 'Until', phones: 'Phones', fromHint: 'Empty: as soon as it is published', untilHint: 'Empty: until it is withdrawn',
    phonesHint: 'Yes where an office number in it is meant to be public. Numbers of identity and bank cards never are.',
  },
  fact: { written: 'Written', published: 'Published', publishedBy: 'edition {n}, {who} {at}', atOnce: 'as published', always: 'until withdrawn' },
  act: { publish: 'Publish', withdraw: 'Withdraw…', reason: 'Why it is withdrawn', reasonHint: 'People read that it was withdrawn, and why', drop: 'Drop the change', discard: 'Throw away', write: 'Change the draft', change: 'Change' },
  event: { drafted: 'Drafted', written: 'Changed', published: 'Published', withdrawn: 'Withdrawn', dropped: 'Change dropped', discarded: 'Thrown away' },
  item: 'Item', itemOf: 'Item {n}', addItem: 'Another item', in: 'In', out: 'Out', unit: 'in yuan', sum: { openingFen: 'Opening', inFen: 'In', outFen: 'Out', closingFen: 'Closing' },
  edition: 'edition {n}, put right', withdrawnOn: 'Withdrawn ({day})', because: 'Why: {why}', photo: 'Photo {n}',
  village: 'Which village', chooseVillage: 'The whole township (choose a village)', nothing: 'Nothing is public here yet.', more: 'All {n}', back: 'Back', gone: 'withdrawn', renewed: 'put right', failed: 'It could not be read; look at your network and try again.', missing: 'This is not public any more.',
};
