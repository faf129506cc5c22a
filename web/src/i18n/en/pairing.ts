/** Screens of walls and their codes. */
export const pairing = {
  title: 'Pairing code', hint: 'Enter this code on the desk under Director, Walls and screens; this screen then goes on by itself', left: 'a fresh code in {m} min {s} s', asking: 'asking for a code', unheard: 'no answer from the server; trying again',
  walls: 'Walls and screens', add: 'Add a wall', edit: 'Measures', save: 'Save', cancel: 'Cancel', cardOn: 'Show calibration card', cardOff: 'Take card away', choose: 'Choose a display', tile: 'Column {column}, row {row}',
  shape: '{across} × {down} displays · bezel {bezel} mm · picture {height} mm high · seen from {distance} m', legible: 'body text {mm} mm high (enlarged {k}), legible from the back', tooSmall: 'body text {mm} mm high (enlarged {k}), too small from the back',
  field: { name: 'Name', across: 'Displays across', down: 'Displays down', bezelMm: 'Bezel mm', heightMm: 'Total height mm', distanceM: 'Farthest eye m' },
  state: { free: 'not paired', live: 'live', partly: '{live}/{n} live', silent: 'silent' }, codeHint: 'the 8 signs on the screen', pair: 'Pair', unpair: 'Unpair', noScreen: 'No screen here yet. Open /wall in its browser and it shows a code.',
  neverSeen: 'never seen', seen: 'seen {ago} · {width} × {height}', by: 'paired by {name} {at}',
};

/** What an installer reads off a display. */
export const card = {
  title: 'Calibration card', resolution: 'This display', ratio: 'page {width} × {height} at {ratio}', whole: 'Whole picture', of: '{across} × {down}, bezels included', bezel: 'Bezel compensation', bezelValue: '{mm} mm = {px} px', bezelHint: 'slanting lines stay straight',
  margin: 'Safe margin', enlarged: 'Enlarged', seen: '{height} mm high, seen from {distance} m', place: 'column {column}, row {row}', only: 'one screen', heights: 'Text height', sample: 'Xuxiake 97.7', height: '{size}u is {mm} mm · {minutes}′', enough: 'enough', notEnough: 'too small',
};
