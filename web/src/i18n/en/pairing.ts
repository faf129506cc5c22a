/** Screens of walls, their codes, and how a wall is put together. */
export const pairing = {
  title: 'Pairing code', hint: 'Enter this code on the desk under Director, Walls and screens; this screen then goes on by itself', left: 'a fresh code in {m} min {s} s', asking: 'asking for a code', unheard: 'no answer from the server; trying again',
};
