/** Words of fences and what they tell. */
export const fences = {
  list: 'What fences told', filters: 'By what happened', none: 'No fence told anything in 24 hours', noneWatched: 'No fence is watched: say in the list of fences what is told, of whom and when',
  filter: { all: 'All', enter: 'Entered', leave: 'Left', stay: 'Stayed', 'off-route': 'Off route' },
  told: { enter: '{unit} entered {fence}', leave: '{unit} left {fence}', stay: '{unit} stayed in {fence} for {span}', 'off-route': '{unit} is off {fence} for {span}' },
  short: { enter: '{unit} in', leave: '{unit} out', stay: '{unit} stays', 'off-route': '{unit} off route' },
  late: 'late', minutes: '{n} min', units: '{n} units', noUnits: 'no units', total: '{n} in all, the last {shown} listed',
  fact: { fence: 'Fence', unit: 'Unit', at: 'Happened', between: 'Between', since: 'Since', known: 'Known', place: 'Place' },
  between: '{from} to {to}', person: 'Person', vehicle: 'Vehicle', outside: 'outside the district', watched: 'Fences watched',
};
