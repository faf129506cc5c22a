export const storeTrouble = {
  title: 'Nothing is saved since {at}',
  why: { disk: 'The disk of the server takes nothing, most likely it is full: have room made on it. ', database: 'The database does not answer: have it and the network looked at. ' },
  wall: 'The picture goes on; reports, dispatches and feedback cannot be kept. This note leaves by itself.',
  desk: 'What you see goes on; what you send is refused and stays on the page, send it again afterwards.',
  field: 'Go on as usual, this phone keeps it and sends it by itself afterwards', fieldQueued: '{n} kept on this phone, sent by themselves afterwards',
  back: 'Saving works again',
};
