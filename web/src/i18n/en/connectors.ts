/** Other systems and dead letters. */
export const connectors = {
  letters: 'Dead letters', open: 'Waiting', ended: 'Dealt with', none: { open: 'No dead letters: whatever other systems sent was taken', ended: 'No dead letter was dealt with in thirty days' },
  standing: { off: 'Stopped', new: 'Nothing came yet', well: 'Well', silent: 'Silent' },
  heard: 'Last heard {at}', waits: '{n} waiting', silent: 'Nothing came for longer than agreed: get in touch with the other side', inTrouble: 'Not heard since {at}: ', theseInTrouble: '{names} not heard since {at}: ', outTrouble: 'Telling failed {n} times: ',
  topic: { reports: 'orders', ratings: 'ratings', progress: 'progress' }, state: { open: 'Waiting', taken: 'Taken', discarded: 'Put aside' },
  whole: 'Whole message', noNumber: 'No number', became: 'the case it became', times: 'Came {n} times', again: '{at}, {n} times in all', colon: ': ', standsAt: 'It stands at {paths} in the text', caseStands: 'the case is “{state}” now',
  fact: { from: 'From', first: 'First came', last: 'Last came', ended: 'Dealt with' },
  field: {
    externalNo: 'Number', typeCode: 'Type', description: 'Words', lng: 'Longitude', lat: 'Latitude', lngLat: 'Place', address: 'Address', source: 'Source', reporterName: 'Reporter', reporterPhone: 'Phone', isSecret: 'Secrecy',
    satisfaction: 'Satisfaction', isResolved: 'Solved', note: 'Note',
  },
  text: 'As it came; mend it and send it through', textWhole: 'The whole message; mend it and send it through', reason: 'Why it is put aside',
  act: { mend: 'Send mended', replay: 'Send as it is', discard: 'Put aside', undo: 'As it came' },
  keys: {
    title: 'Keys of other systems', rule: 'Keys for asking other systems are set and changed here, and the secrets are made by which they know what we tell them. None stands in a list; nobody reads one again, and each goes to the host alone it was set for.', none: 'No system of the list wants a key: give it auth in its poll, or an out.',
    kind: { bearer: 'Token (Bearer)', basic: 'Password (Basic)', header: 'Key (header)' }, noHost: 'no address in the list yet', unset: 'Paste the key they gave', rotate: 'Paste a new key to change it', keep: 'Keep', kept: 'Kept: the next question goes out with it.', never: 'None yet: it is not asked.', setBy: '{who} {at}',
    sign: 'Signing secret', renew: 'Make anew', once: 'Shown this once: hand it over. The one before is void.',
  },
  hint: 'It goes the way it came: taken, it is a case, one for each number; what still cannot be taken stays here with its new reason. Once dealt with, the text is removed.',
};
