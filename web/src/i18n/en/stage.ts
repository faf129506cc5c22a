/** The wall as a stage and its director. */
export const stage = {
  title: 'Director', masked: 'Visitor mode: personal data left out', filtered: 'Filtered', directing: 'directed', driver: 'Director {name}', attention: 'Look',
  nobody: 'Nobody directs; the playlist runs', mine: 'I direct', other: '{name} directs', since: 'since {at}', take: 'Take over', handOver: 'Hand over', noWalls: 'There is no wall in your area',
  now: 'Showing', next: 'Next', previous: 'Previous', pause: 'Pause', play: 'Go on', pinned: 'Pinned', unpin: 'Unpin and go on', paused: 'Paused', left: 'next in {n} s',
  scenes: 'Scenes', tapToPin: 'tap to pin', playlist: 'Playlist', seconds: '{n} s', inList: 'In rotation', savePlaylist: 'Use playlist', maskedMark: 'masked',
  map: 'Camera', home: 'Whole area', mapHint: 'where to, and what to point out', unpoint: 'Point out nothing', cases: 'Cases that matter now', filter: 'Filter', filterArea: 'Filter by village', filterPlatform: 'Filter by platform', allAreas: 'All villages', allPlatforms: 'All platforms', attentionLabel: 'Draw attention', attentionHint: 'up to 40 characters', send: 'Show on the wall', calm: 'Take away',
  wall: 'Wall', sent: 'Shown on the wall', remote: 'Remote', taken: 'Taken over: {matter}', stands: 'does not turn', together: 'driven together', apart: 'left alone',
  search: { label: 'Find a case, squad or village', hint: 'case, squad, village, number', found: 'Places found', none: 'Nothing found', case: 'Case', unit: 'Squad', village: 'Village' },
  freeze: { mark: 'Picture frozen', since: 'since {at}', span: 'for {span}', fetching: 'Fetching the picture of {at}', gone: 'The picture of {at} is not here: this is live', notKept: 'This board was not kept for that moment', freeze: 'Freeze the picture', thaw: 'Unfreeze', until: 'lives again by itself at {at}' },
  present: { title: 'Present on the wall', mark: 'Briefing', asOf: 'Figures as of {at}', still: 'Frozen figures, not live', begin: 'Present on the wall', end: 'End', next: 'Next page', previous: 'Previous page', page: 'Page {n} of {of}', notIssued: 'Can be presented once issued', keys: '← → pages, Esc ends', opening: 'Opening the briefing', other: 'The wall presents another one', ended: 'This briefing was withdrawn' },
};
