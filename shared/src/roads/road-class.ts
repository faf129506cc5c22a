/** Class of a road (道路等级): 1 trunk road (干道), 2 connector between villages (村际路), 3 lane (支路、巷). */
export type RoadClass = 1 | 2 | 3;

export const ROAD_CLASSES = [1, 2, 3] as const satisfies readonly RoadClass[];

/** How somebody travels: in a vehicle (乘车) or on foot (步行). */
export type TravelMode = 'vehicle' | 'foot';

/** Believable speed of a patrol vehicle in township traffic by road class, km/h. */
export const VEHICLE_SPEED_KMH: Readonly<Record<RoadClass, number>> = { 1: 60, 2: 40, 3: 25 };

/** Walking speed on any road, km/h. */
export const FOOT_SPEED_KMH = 5;

/** Speed of a traveller on a road of a class, km/h. */
export function travelSpeedKmh(mode: TravelMode, roadClass: RoadClass): number {
  return mode === 'foot' ? FOOT_SPEED_KMH : VEHICLE_SPEED_KMH[roadClass];
}

/** Time a stretch takes, ms. */
export function travelMs(lengthM: number, speedKmh: number): number {
  return (lengthM / speedKmh) * 3_600;
}
