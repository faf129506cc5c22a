/** The wall as a stage and its director. */
export const stage = {
  title: 'Director', masked: 'Visitor mode: personal data left out', filtered: 'Only {what}', directing: 'directed', driver: 'Director {name}', attention: 'Look',
  nobody: 'Nobody directs; the playlist runs', mine: 'I direct', other: '{name} directs', since: 'since {at}', take: 'Take over', handOver: 'Hand over', noWalls: 'There is no wall in your area',
  now: 'Showing', next: 'Next', previous: 'Previous', pause: 'Pause', play: 'Go on', pinned: 'Pinned', unpin: 'Unpin and go on', paused: 'Paused', left: 'next in {n} s',
  scenes: 'Scenes', tapToPin: 'tap to pin', playlist: 'Playlist', seconds: '{n} s', inList: 'In rotation', savePlaylist: 'Use playlist', maskedMark: 'masked',
  map: 'Camera', home: 'Whole area', mapHint: 'where to, and what to point out', unpoint: 'Point out nothing', cases: 'Cases that matter now', filter: 'Filter', filterArea: 'Filter by village', filterPlatform: 'Filter by platform', allAreas: 'All villages', allPlatforms: 'All platforms', attentionLabel: 'Draw attention', attentionHint: 'up to 40 characters', send: 'Show on the wall', calm: 'Take away',
  wall: 'Wall', sent: 'Shown on the wall', remote: 'Remote', taken: 'Taken over: {matter}', replaying: 'In replay: {date} {at}, not live', stands: 'does not turn', together: 'driven together', apart: 'left alone',
  search: { label: 'Find a case, squad or village', hint: 'case, squad, village, number', found: 'Places found', none: 'Nothing found', case: 'Case', unit: 'Squad', village: 'Village' },
  panel: {
    today: 'Today', rate: 'Closing rate', platform: 'Platforms', trend: '24 hours', lamps: 'Lamps', overdue: 'Overdue', force: 'Squads', turn: 'Governance in turn', 'rank-shelf': 'Ranking, across', 'rank-list': 'Ranking, down', ticker: 'Broadcast',
    oversight: 'Supervision', calls: 'Calls to the county', joint: 'Joint matters', appraisal: 'Appraisal', enforcement: 'Enforcement', draws: 'Draws', services: 'Windows', patrol: 'Grid work',
  },
  shape: { wide: '16:9', ultra: '21:9', broad: '8:3', band: '32:9', long: '48:9', tall: 'Upright' },
  editor: {
    title: 'Scenes', shape: 'Shape of the screen', preview: 'Preview of the wall', inPlaylist: 'In rotation', notInPlaylist: 'Not in rotation', unsaved: 'Changes not saved', saved: 'Saved as edition {n}', hasFaults: 'The tiles do not fit', noName: 'A scene needs a name',
    tile: '{name}, {where}, {rows} rows', side: { left: 'left rail {rail}, place {n}', right: 'right rail {rail}, place {n}', shelf: 'below, place {n}' }, rows: '{n} rows',
    spare: 'Not on the wall', spareHint: 'drag onto the wall or press; on the wall: arrows move, Shift+↑↓ changes height, Delete takes off', noSpare: 'All are on the wall',
    name: 'Name', dwell: 'Stay (s)', masked: 'Visitor mode: personal data left out', insets: 'Insets beside the map on wide walls', layers: 'Layers', cases: 'Cases', casesOf: { overview: 'that need somebody', all: 'all open', none: 'none' }, layer: { squads: 'Squads', people: 'Grid workers', grids: 'Tone of grids', cameras: 'Cameras' },
    rests: 'Camera rests', place: 'A chosen place', zoom: 'Nearness', takeFlight: 'Take the camera of the wall now', widths: 'Width of rails', left: 'Left', right: 'Right',
    save: 'Save', saveNew: 'Save the new scene', undo: 'Undo', copy: 'Copy as a new scene', copyName: '{name} copy', remove: 'Delete', drop: 'Discard', removeAsk: 'Delete the scene “{name}”?', leave: 'Changes are not saved. Discard them?',
    conflict: 'Somebody saved edition {n}.', takeTheirs: 'See it and drop my changes', keepMine: 'Save mine over it', editions: 'Editions', version: 'now edition {n}', takeBack: 'Take back', notThen: 'That edition did not have this scene', what: { shipped: 'As shipped', added: 'Added {name}', changed: 'Changed {name}', removed: 'Removed {name}' },
    fault: { 'rail-count': 'too many rails: at most {left} left and {right} right', 'rail-rows': 'rail {rail} from the left has {rows} rows, not {of}', 'tile-rows': '{name} is too low: at least 4 rows', 'across-joint': '{name} lies across the joint below row 12', shelf: 'the tiles below do not fit: at most {shelf}; screens with joints take all or none; 4 to 12 rows high', twice: '{name} is shown twice', 'never-dropped': '{name} is missing and may not be left out' },
  },
  freeze: { mark: 'Picture frozen', since: 'since {at}', span: 'for {span}', fetching: 'Fetching the picture of {at}', gone: 'The picture of {at} is not here: this is live', notKept: 'This board was not kept for that moment', freeze: 'Freeze the picture', thaw: 'Unfreeze', until: 'lives again by itself at {at}' },
  present: { title: 'Present on the wall', mark: 'Briefing', asOf: 'Figures as of {at}', still: 'Frozen figures, not live', begin: 'Present on the wall', end: 'End', next: 'Next page', previous: 'Previous page', page: 'Page {n} of {of}', notIssued: 'Can be presented once issued', keys: '← → pages, Esc ends', opening: 'Opening the briefing', other: 'The wall presents another one', ended: 'This briefing was withdrawn' },
};
