/** Words on the maps of the wall and the desk. */
export const map = {
  label: 'Map of the township', inset: 'Detail map',
  over: '{span} late', left: '{span} left',
  eta: '{time} · {distance}', etaNow: 'arriving · {distance}', minutes: '{n} min', hours: '{h} h {n} min', metres: '{n} m', kilometres: '{n} km',
  candidate: '{rank} {team}  {time}',
  day: '{n} d ', hour: '{n} h ', minute: '{n} min', underMinute: 'under 1 min',
  marks: '{n} marks: red, yellow and grey lamps, and the last hour’s reports', tone: 'Shade of a grid: open cases', schematic: 'Schematic map CGCS2000', datum: 'CGCS2000',
  heat: { hour: 'Heat: reports of the last hour', day: 'Heat: reports of the last 24 hours', week: 'Heat: reports of the last 7 days' },
};
