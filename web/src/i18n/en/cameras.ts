/** Cameras: pictures on walls and who opens them. */
export const cameras = {
  title: 'Cameras', count: '{n} open', until: 'closes at {at}', close: 'Close Esc', near: 'Cameras nearby', off: '{m} m',
  live: 'Live', behind: 'about {age}', stoodAt: 'stopped {at}', stalled: 'No new picture for {span}', away: 'Not reached since {at}', again: 'Trying again', opening: 'Opening',
  kind: { hls: 'HLS', flv: 'FLV', whep: 'WHEP' },
  toWall: 'Cameras on the wall', hint: 'Press to open, {most} at most', openOf: '{n} open, {most} at most', search: 'Find by name, place or tag', closeAll: 'Close all', none: 'No such camera', more: '{n} more: type a name or a tag', since: '{what} since {at}',
  standing: { unknown: 'not asked', up: 'online', still: 'picture stands', recorded: 'a recording, not live', odd: 'no video answered', away: 'offline', forbidden: 'host not allowed' },
};
