/** Sentences of the phone page for squads and grid workers. */
export const field = {
  inHand: '{n} in hand',
  doneToday: '{n} done today',
  tasksLeft: '{n} to do',
  ownGrid: '{n} open in your grid',
  openMap: 'Show the map',
  notKept: 'Not kept: this phone may be full. What you wrote is still here; press again.',
  close: 'Close',
  person: { signOut: 'Sign out', toDesk: 'Back to the desk', keptHere: '{n} not sent yet. They stay on this phone and go out when you sign in again.' },
  waitingHere: { of: '{name}: {n} not sent yet', nameless: '{n} not sent yet', safe: 'Nothing is lost: it is kept on this phone and goes out when its owner signs in.' },
  duty: {
    off: 'Off duty', on: 'On duty', shared: 'sharing position', notShared: 'position not shared', searching: 'finding position', noFix: 'no position', goOn: 'Go on duty', goOff: 'Go off duty', goOnSub: 'Your position is shared, so that you are sent to what is near',
    offHint: 'Off duty: your position does not leave this phone.', onHint: 'On duty, this phone sends its position to the command room every 5 seconds. It stops when you go off duty.', lastShared: 'Last sent {at}', failedPlain: 'Not done. Please try again later.',
    accuracy: 'Position good to about {n} m', untracked: 'A department does its cases here. It has no duty, and no position is shared.',
  },
  place: {
    denied: 'The browser may not use your position. Allow it in the settings.', unavailable: 'No position for now. Step into the open.', unsupported: 'This browser has no position.', insecure: 'This address is not https, so the browser gives no position. Mark the place on the map.',
  },
  banner: {
    lost: 'No signal, carry on as usual', lostSince: 'Offline, as of {at}', queued: '{n} to send, they go out by themselves', nothingQueued: 'Carry on as usual, it goes out by itself', sending: 'Sending, {n} to go', sendingSub: 'Please do not clear the browser data',
    stuck: '{n} not taken', stuckSub: 'Words and photos are still on the phone, please look', signedOut: 'Signed out, {n} to send', signedOutSub: 'They go out once you sign in', notSafe: 'The browser keeps nothing', notSafeSub: 'Please leave this page open until all is sent', look: 'Look', signIn: 'Sign in',
    notTaken: 'The server cannot save just now', notTakenSub: '{n} kept on this phone, tried again by itself',
  },
  scan: {
    begin: 'Scan a site sign', title: 'Scan', view: 'Camera', hint: 'Hold the code of the site sign inside the frame', typed: 'No luck? Type the code of the sign', open: 'Open', wrong: 'Not a code, for instance NF2026-0001', foreign: 'This is not the code of a site sign. It says:',
    insecure: 'This address is not https, so the browser gives no camera. Type the code of the sign.', denied: 'The browser may not use the camera. Allow it in the settings, or type the code of the sign.', none: 'The camera does not open. Type the code of the sign.',
  },
  sos: {
    open: 'Help', title: 'Call for help', hint: 'For danger. The wall of the command room sounds at once and shows where you are; off duty too this one place is sent.', press: 'Call for help', pressing: 'Sending', sent: 'The command room has your call', sentHint: 'The wall is sounding. Keep the phone on; the room will ring.', kept: 'No signal: the call has not gone out', notTaken: 'The server cannot save just now: the call has not gone out', keptHint: 'It is kept on the phone and sent again by itself. Ring somebody now.', refused: 'The call did not go out. Ring somebody now.', police: 'Ring 110', room: 'Ring the command room {phone}',
    raised: 'Call received · {at}', raisedHint: 'The wall is sounding; nobody has answered yet. Ring too.', known: 'The command room knows · {at}', knownHint: 'Answered by {name}, {role}', over: 'The room has closed the call for help · {at}', look: 'Ring',
  },
  voice: {
    start: 'Record a voice note', stop: 'Done', label: 'Voice note {n}', drop: 'Delete voice note {n}', dropSure: 'Delete this voice note?', only: '(see voice note)',
    insecure: 'This address is not https, so the browser does not record. Please type.', denied: 'The browser may not use the microphone. Allow it in the settings, or type.', none: 'This browser cannot record. Please type.',
  },
  locked: {
    none: 'No network, and nothing to show on this phone', noneSub: 'Once you have signed in with a network, the page opens without one.', ended: 'Offline for more than 12 hours: work is put away', endedSub: 'Connect and sign in again to go on. What was not sent is still on this phone and goes out after signing in.', again: 'Try again',
    left: 'Signed out', leftSub: 'There is no network now. The page to sign in comes back with it. What was not sent is still on this phone and goes out when its owner signs in.',
  },
  card: {
    drill: 'Drill · this case is not real',
    left: 'To go', leftUnknown: 'no position', signBy: 'Sign by', arriveBy: 'Arrive by', expected: 'Expected', doneBy: 'Done by', verifyBy: 'Verify by', checkBy: 'Check by', arrivedAt: 'Arrived', spent: 'At work', none: '—', tomorrow: 'tomorrow', over: '{span} over', rework: 'Rework {n}',
    noDetail: 'Reading the case', noDescription: 'No description', more: 'Show all', less: 'Show less', photo: 'Photo {n}',
  },
  sign: { delivered: 'Delivered', seen: 'Seen', signed: 'Signed', reminded: 'The command room reminded you at {at}: please sign now', mayGo: 'Still not signed: it may go to another team. Please sign now' },
  passedOn: { title: 'Not signed in time, gone to other teams', to: 'Went to {team} at {at}; you need not go' },
  step: { label: 'Progress', sign: 'Signed', arrive: 'Arrived', handle: 'At work', report: 'Reported', waiting: 'to sign', onTheWay: 'on the way', toDepart: 'to leave', working: 'working', queued: 'to send' },
  primary: {
    sign: 'Sign', signSub: 'The command room sees it at once', depart: 'Leave', departSub: 'Tell the command room you are moving', arrive: 'I have arrived', arriveSub: 'Recorded by itself within {n} m', arriveNoSharing: 'Your distance to the case is checked', locating: 'Finding position',
    report: 'Report back', reportSub: 'Say what was done, with photos', 'confirm-report': 'It is true', 'confirm-reportSub': 'Seen on site, send with a photo', 'pass-check': 'Check passed', 'pass-checkSub': 'Seen on site, send with a photo',
  },
  waitingFor: {
    'return-requested': 'Return asked for, waiting for the duty chief', 'extension-requested': 'Extension asked for, waiting for the duty chief', 'suspension-requested': 'Suspension asked for, waiting', sub: 'Nothing to do until then; the answer shows here at once',
  },
  tool: { navigate: 'Navigate', photo: 'Photo', room: 'Room', report: 'Report' },
  exception: { notMine: 'Not mine', backup: 'Need help', extension: 'Need time' },
  arrival: {
    tooFar: '{distance} from the case; come {missing} nearer to record the arrival', tooFarRough: 'About {distance} from the case, but the position is only good to {accuracy} m. Step into the open and try again.', noPlace: 'No position, so no arrival', reportAnyway: 'Report back without it',
  },
  distance: { m: '{value} m', km: '{value} km' },
  unit: { m: 'm', km: 'km' },
  work: {
    kept: 'Kept on this phone; sent by itself', queued: 'Noted, not sent yet', next: 'next: {stage}', penalties: 'Penalty cases: {n}', onSpot: 'On-the-spot penalty', supports: 'Support owed: {n}', support: 'Support: {matter}', toDo: 'Asked', waits: 'with others', lead: 'led by {name}', othersTurn: 'This step is taken by somebody else', record: 'Record', asked: 'Asked of us',
    notTaken: 'not taken', raidDone: 'Your unit has reported', yuan: 'yuan', fineHint: '0 is a warning; on the spot at most {n} yuan', tooHigh: 'On the spot no more than {n} yuan; beyond that an ordinary case is opened', told: 'Recorded “{deed}”: {matter}', toldAlone: 'Recorded: {deed}',
    proxies: 'Taken for residents: {n}', takeProxy: 'Take at home', noProxy: 'Nothing taken for residents', bring: 'Papers to bring', call: 'Call {phone}', windowTurn: 'Now with {name}; it comes back here for the hand-over', ready: 'ready to hand over', toBring: 'papers missing', visited: 'Recorded, not sent yet',
  },
  notice: {
    newOrder: 'New order: {matter}', passedOn: '{matter} was not signed in time and went to {team}; you need not go', reminded: 'Please sign: {matter}', withdrawn: 'Withdrawn by the command room: {matter}', reopened: 'The check failed, do it again: {matter}', rebased: '{matter}: the case changed meanwhile; your “{action}” was recorded on its present state', refused: '{matter}: “{action}” was not recorded. {why}', settled: '{matter}: “{action}” was done by a colleague already',
    arrived: 'Arrival recorded', reached: '“{action}” has reached the command room: {matter}', reported: '{matter} reported', selfHandled: '{matter} reported as put right; somebody will look at it', kept: 'Photo kept on the phone', photoFailed: 'The photo was not kept; the phone may be full. Please take it again.', photoUnreadable: 'This picture cannot be opened: its format is not supported, or it is too large. Choose another, or set the camera to JPEG.', dismiss: 'All right',
  },
  idle: {
    title: 'No case is waiting for you now', lastDone: 'Last done: {matter}, {at}', nothingYet: 'Nothing done yet today', doneToday: 'Done today', gridTitle: 'Nothing to verify or check now', seeBelow: 'Below are the open cases of your grid',
  },
  others: '{n} more',
  photo: { add: 'Take one', label: 'Photo {n}', drop: 'Delete this photo', dropped: 'Delete this photo?', required: 'At least one photo' },
  report: { title: 'Report back', note: 'What was done', notePlaceholder: 'e.g. cable fixed, lane open again', submit: 'Send', missing: 'Please say what was done', quick: ['Done, site restored', 'Corrected on the spot', 'Sent away, all normal', 'Secured, waiting for specialists'] },
  back: {
    title: 'Not mine', hint: 'The duty chief decides; until then the case stays with you.', reason: 'Why', reasons: ['Not our duty', 'Outside our area', 'Wrong case type', 'Needs the county'], basis: 'Basis', basisPlaceholder: 'Entry of the duty list or a document',
    submit: 'Ask to return it', missingReason: 'Please choose a reason', missingForm: 'Please photograph the sealed form', missingBasis: 'Please give the basis',
  },
  extend: {
    form: 'Photo of the sealed form', missingForm: 'Please photograph the sealed form',
    title: 'Need time', hint: 'Due {at}. If the duty chief agrees, the new time holds.', until: 'Until', more: '{span} more', reason: 'Why', reasonPlaceholder: 'e.g. the crane comes tomorrow', submit: 'Ask for time', missing: 'Please give a reason',
    critical: 'A critical case cannot be extended', notYet: 'Sign first, then ask for time', notAllowed: 'This case cannot be extended again',
  },
  room: {
    title: 'Command room', backupTitle: 'Need help', call: 'Call {phone}', noPhone: 'No number of the command room is known. Write a line; the desk sees it at once.', note: 'Tell the command room', notePlaceholder: 'Say in one line what you need', backupQuick: ['2 more people', 'Traffic police', 'Crane or repair truck', 'Somebody is hurt'],
    roomQuick: ['Place is wrong, please check', 'Nobody on site', 'Need to know more'], submit: 'Send', missing: 'Please write a line', backupPrefix: 'Need help: {text}',
  },
  reach: {
    title: 'Reporter', contact: 'Contact the reporter', due: 'not contacted yet', queued: 'noted, waiting for a signal', atHand: 'ring if you need to', noPhone: 'left no number', secretHint: 'The reporter asked for secrecy, so no number is shown. Let the command room make contact, then note here what came of it.',
    note: 'What was said', notePlaceholder: 'e.g. told them we are there in half an hour', submit: 'Note contact', missing: 'Please say what was said', quick: ['Told them we are on the way', 'Explained what we will do', 'Place and facts confirmed', 'Nobody answered'],
  },
  navigate: { title: 'Navigate', amap: 'Amap', other: 'Another map on this phone', copy: 'Copy coordinates', copied: 'Copied', schematic: 'Schematic map only' },
  outbox: {
    title: 'To send', notYours: 'The case is no longer yours (withdrawn, sent to others or merged)', unused: '{n} photo not used | {n} photos not used', open: '{n} to send, {photos} photos kept', empty: 'Nothing to send, all has reached the command room.', waiting: 'waiting for signal', notTaken: 'the server cannot save just now, tried again by itself', photos: '{n} photo | {n} photos', voices: '{n} voice notes', retry: 'Send again', discard: 'Drop it', discardSure: 'Delete this with its photos? It cannot be undone.', reasonState: 'The case is now “{state}”', report: 'Report', safe: 'Kept even when the browser is closed.',
  },
  grid: {
    missingReason: 'Say what is not done',
    tasks: 'For you', verify: 'Verify', check: 'Check', verifyHint: 'Look on site: is it so?', checkHint: 'Look on site: is it done?', notTrue: 'Not so? Tell the command room; intake sends it back.', note: 'What you saw', notePlaceholder: 'optional', report: 'Report a case',
  },
  newCase: {
    toHandle: 'Needs somebody', selfHandled: 'I put it right', before: 'Before', after: 'After', missingBefore: 'Please take a photo from before', missingAfter: 'Please take a photo from after', submitSelfHandled: 'Report as put right',
    drafts: 'Drafts', draft: 'Draft: {what}', saveDraft: 'Save as draft', discardDraft: 'Discard this draft', draftLost: 'The draft was not saved; please try again',
    title: 'Report a case', type: 'What is it', typePlaceholder: 'Type a few letters', typeChange: 'Change', noType: 'No such type', place: 'Where', placeOwn: 'Where I am', placeMarked: 'Marked on the map', locate: 'Locate again', mark: 'Mark on the map', address: 'Landmark', addressPlaceholder: 'e.g. corner of Xinjie Road, optional',
    description: 'What you see', descriptionPlaceholder: 'One or two sentences', submit: 'Report', missingType: 'Please choose a type', missingPlace: 'No place yet', missingDescription: 'Please say what you see', missingPhoto: 'Please take a photo', accuracy: 'good to {n} m', outside: 'This place is outside the township', drag: 'Drag the map until the cross is on the place', useThis: 'Here',
  },
};
