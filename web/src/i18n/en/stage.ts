/** The wall as a stage and its director. */
export const stage = {
  title: 'Director', masked: 'Visitor mode: personal data left out', filtered: 'Filtered', directing: 'directed', driver: 'Director {name}', attention: 'Look',
  nobody: 'Nobody directs; the playlist runs', mine: 'I direct', other: '{name} directs', since: 'since {at}', take: 'Take over', handOver: 'Hand over', noWalls: 'There is no wall in your area',
  now: 'Showing', next: 'Next', previous: 'Previous', pause: 'Pause', play: 'Go on', pinned: 'Pinned', unpin: 'Unpin and go on', paused: 'Paused', left: 'next in {n} s',
  scenes: 'Scenes', tapToPin: 'tap to pin', playlist: 'Playlist', seconds: '{n} s', inList: 'In rotation', savePlaylist: 'Use playlist', maskedMark: 'masked',
  map: 'Camera', home: 'Whole area', fly: 'Fly to', villages: 'Villages', cases: 'Cases that matter', filter: 'Filter', allAreas: 'All villages', allPlatforms: 'All platforms', attentionLabel: 'Draw attention', attentionHint: 'up to 40 characters', send: 'Show on the wall', calm: 'Take away',
  wall: 'Wall', sent: 'Shown on the wall', remote: 'Remote', more: 'More', highlight: 'Highlight a case', clear: 'Clear',
};
