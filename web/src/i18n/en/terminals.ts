/** Terminals of vehicles. */
export const terminals = {
  list: 'Terminals', none: 'No terminal of this kind', choose: 'Choose a terminal', filters: 'By state', filter: { all: 'All', online: 'Online', offline: 'Offline', never: 'Never seen' },
  standing: { online: 'Online', offline: 'Offline', awaited: 'Awaited', never: 'Never seen' }, fact: { standing: 'State', heard: 'Last heard', carrier: 'Carrier', doubles: 'Two connections' },
  alarming: 'Alarm', doubled: 'Double', unheard: 'not yet', doubles: 'Two connections, {n} times', doubledLast: '{n} times, last {at}', alarms: 'Alarms of the terminal', since: 'since {at}', entered: 'entered {what} {id}', left: 'left {what} {id}', about: '{what} {id}',
  past: 'Alarms that are over', between: '{from} – {until}', where: 'Show the place', here: 'Show where it is now', took: 'took {span}', tooLong: 'too long', tooShort: 'too short', map: 'Place',
  shape: { circle: 'circle', rectangle: 'rectangle', polygon: 'polygon', route: 'route', section: 'section', unknown: 'area' },
  alarm: { sos: 'SOS', overspeed: 'Speeding', fatigue: 'Fatigue', 'gnss-fault': 'Positioning fault', 'power-low': 'Low voltage', 'power-cut': 'Power cut', area: 'Area crossed', route: 'Route crossed', 'route-time': 'Time on route', 'off-route': 'Off route', stolen: 'Stolen', moved: 'Moved illegally', collision: 'Collision', rollover: 'Rollover' },
  write: 'Text to the terminal', placeholder: 'Such as: go to the traffic light of East Village', unwritable: 'Holds signs a terminal cannot show', urgent: 'Urgent', spoken: 'Spoken', send: 'Send', locate: 'Ask for position', parameters: 'Ask for parameters',
  waiting: 'Sent, waiting for the terminal (10 s at most)', shown: 'The terminal has it', located: '{at} at {lng}, {lat}, {speed} km/h', noFix: 'It answered, but sees no satellite', noParameters: 'It named no parameter we read', notThere: 'The terminal is not online: phone or radio instead',
  parameter: { heartbeatS: 'heartbeat {n} s', reportS: 'report {n} s', sleepReportS: 'asleep {n} s', sosReportS: 'SOS {n} s', topSpeedKmh: 'top speed {n} km/h', overspeedS: 'speeding for {n} s' },
};
