/** Screens of walls and their codes. */
export const pairing = {
  title: 'Pairing code', hint: 'Enter this code on the desk under Director, Walls and screens; this screen then goes on by itself', left: 'a fresh code in {m} min {s} s', asking: 'asking for a code', unheard: 'no answer from the server; trying again',
  walls: 'Walls and screens', choose: 'Choose a display', tile: 'Column {column}, row {row}',
  state: { free: 'not paired', live: 'live', partly: '{live}/{n} live', silent: 'silent' }, codeHint: 'the 8 signs on the screen', pair: 'Pair', unpair: 'Unpair', noScreen: 'No screen here yet. Open /wall in its browser and it shows a code.',
  neverSeen: 'never seen', seen: 'seen {ago} · {width} × {height}', by: 'paired by {name} {at}',
};
