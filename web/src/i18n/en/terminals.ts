/** Terminals of vehicles. */
export const terminals = {
  list: 'Terminals', none: 'No terminal of this kind', choose: 'Choose a terminal', filters: 'By state', filter: { all: 'All', online: 'Online', offline: 'Offline', never: 'Never seen' },
  standing: { online: 'Online', offline: 'Offline', awaited: 'Awaited', never: 'Never seen' }, fact: { standing: 'State', heard: 'Last heard', carrier: 'Carrier', doubles: 'Two connections' },
  alarming: 'Alarm', doubled: 'Double', unheard: 'not yet', doubles: 'Two connections, {n} times', doubledLast: '{n} times, last {at}', alarms: 'Alarms of the terminal', since: 'since {at}', entered: 'entered {what}', left: 'left {what}', about: '{what} {id}',
  past: 'Alarms that are over', between: '{from} – {until}', where: 'Show the place', here: 'Show where it is now', took: 'took {span}', tooLong: 'too long', tooShort: 'too short', map: 'Place',
  shape: { circle: 'circle', rectangle: 'rectangle', polygon: 'polygon', route: 'route', section: 'section', unknown: 'area' },
  alarm: { sos: 'SOS', overspeed: 'Speeding', fatigue: 'Fatigue', danger: 'Danger', 'gnss-fault': 'Positioning fault', 'antenna-open': 'Antenna open', 'antenna-short': 'Antenna short', 'driven-long': 'Driven too long today', 'parked-long': 'Parked too long', ignition: 'Illegal ignition', door: 'Illegal opening of a door', 'power-low': 'Low voltage', 'power-cut': 'Power cut', area: 'Area crossed', route: 'Route crossed', 'route-time': 'Time on route', 'off-route': 'Off route', stolen: 'Stolen', moved: 'Moved illegally', collision: 'Collision', rollover: 'Rollover' },
  write: 'Text to the terminal', placeholder: 'Such as: go to the traffic light of East Village', unwritable: 'Holds signs a terminal cannot show', urgent: 'Urgent', spoken: 'Spoken', send: 'Send', locate: 'Ask for position', parameters: 'Read parameters', back: 'Back', seconds: 's', kmh: 'km/h',
  waiting: 'Sent, waiting for the terminal (10 s at most)', shown: 'The terminal has it', located: '{at} at {lng}, {lat}, {speed} km/h', noFix: 'It answered, but sees no satellite', noParameters: 'It named no parameter we read', notThere: 'The terminal is not online: phone or radio instead',
  parametersTitle: 'Parameters', parameterName: 'Parameter', parameterNow: 'As told', parameterNew: 'Change to', parameterUntold: 'not told', range: '{least}–{most} {unit}',
  parameterLabel: { heartbeatS: 'Heartbeat every', reportS: 'Report every', sleepReportS: 'Report asleep every', sosReportS: 'Report in SOS every', topSpeedKmh: 'Top speed', overspeedS: 'Speeding counts after' },
  parametersRead: 'This is what the terminal just told', parametersAgain: 'Read again', parametersChange: 'Change…', parametersConfirm: 'Once confirmed it is sent at once, and the terminal works by it', parametersSend: 'Confirm and send', parametersSet: 'The terminal has it, reading it back',
  zones: {
    title: 'Areas and routes', none: 'No area was given to this terminal', choose: 'Choose a fence', circle: 'A circle around where it is', circleName: 'Within {m} m', radius: 'Radius', metres: 'm', limit: 'Limit', unlimited: 'none', needed: 'needed', give: 'Send',
    taken: 'The terminal took it and watches it by itself', removed: 'The terminal deleted it', remove: 'Delete', removeNamed: 'Delete {name} from the terminal', confirmRemoval: 'Confirm', limited: 'limit {n} km/h', by: 'sent by {name} {at}',
  },
};
