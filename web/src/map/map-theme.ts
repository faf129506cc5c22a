/** Colours of the base map and its marks for one light (夜、日). Lines and names of people and choices are `us`. */
export interface MapTheme {
  readonly land: string;
  readonly loadSteps: readonly [string, string, string, string, string];
  readonly water: string;
  readonly waterEdge: string;
  readonly roadCasing: string;
  readonly roads: readonly [string, string, string];
  readonly building: string;
  readonly buildingOutside: string;
  readonly outsideDim: number;
  readonly ink: string;
  readonly gridLine: number;
  readonly villageLine: number;
  readonly townLine: string;
  readonly townLineOpacity: number;
  readonly townBand: number;
  readonly heat: string;
  readonly heatBand: number;
  readonly us: string;
  readonly disc: string;
  readonly discEdge: string;
  readonly core: string;
  readonly faint: string;
  readonly lampGreen: string;
  readonly lampYellow: string;
  readonly lampRed: string;
  readonly lampPaused: string;
}

/** The two lights of the wall. */
export type MapLight = 'night' | 'day';

export const MAP_THEMES: Readonly<Record<MapLight, MapTheme>> = {
  night: {
    land: '#090d12',
    loadSteps: ['#131d27', '#1a2833', '#223341', '#2b3f50', '#344b60'],
    water: '#11324b', waterEdge: '#1b4a6c',
    roadCasing: '#0a0f14', roads: ['#76838f', '#566371', '#34424f'],
    building: '#3d4e5e', buildingOutside: '#1c262f', outsideDim: 0.3,
    ink: '#eaf0f5', gridLine: 0.17, villageLine: 0.46,
    townLine: '#ffffff', townLineOpacity: 0.84, townBand: 0.09,
    heat: '#bc92e2', heatBand: 0.085,
    us: '#f4f8fb', disc: '#0a0f15', discEdge: '#05080b', core: '#b0bfcc', faint: '#8496a6',
    lampGreen: '#43b78c', lampYellow: '#f0bd4a', lampRed: '#ff5d50', lampPaused: '#93a0ad',
  },
  day: {
    land: '#e3e8ec',
    loadSteps: ['#f4f6f8', '#e6ebef', '#d7dfe6', '#c7d2dc', '#b6c4d1'],
    water: '#bfd3e2', waterEdge: '#a9c5da',
    roadCasing: '#8d99a5', roads: ['#ffffff', '#ffffff', '#ffffff'],
    building: '#ccd4db', buildingOutside: '#d3dae0', outsideDim: 0.3,
    ink: '#131c25', gridLine: 0.2, villageLine: 0.5,
    townLine: '#131c25', townLineOpacity: 0.92, townBand: 0.09,
    heat: '#743a96', heatBand: 0.075,
    us: '#101a24', disc: '#fafbfc', discEdge: '#e3e8ec', core: '#3d4d5c', faint: '#596a7a',
    lampGreen: '#0e7a55', lampYellow: '#a06500', lampRed: '#a00d18', lampPaused: '#5f6c79',
  },
};
