/** Drills. */
export const drills = {
  open: 'Begin a drill', rule: 'A drill walks made-up cases through the live system. Every screen of the area says so, its cases are hollow and numbered with a Y; they count in no figure, board or appraisal, go to no county and hold back no squad.',
  name: 'Name', namePlaceholder: 'Gas leak, joint response', area: 'Area', whole: 'Whole area', lasts: 'Lasts', hours: '{n} h', begin: 'Begin', end: 'End the drill',
  openedBy: 'Begun by {who} {at}', runsUntil: 'Under way, ends by itself {at}', endedBy: 'Ended by {who} {at}', cases: '{n} made-up cases, {open} open', none: 'No drill so far',
  asDrill: 'For the drill', asReal: 'Real', kind: 'Kind',
};
