import { PALETTES, type Light } from '../ui/tokens.ts';

/** Colours of the base map and its marks for one light. What the rest of the interface has too comes from its palette; the land is named here. */
export interface MapTheme {
  readonly land: string;
  readonly loadSteps: readonly [string, string, string, string, string];
  /** The same five where the shades are what the map is about: set farther apart, so that one tells them from the back row. */
  readonly figureSteps: readonly [string, string, string, string, string];
  readonly water: string;
  readonly waterEdge: string;
  readonly roadCasing: string;
  readonly roads: readonly [string, string, string];
  readonly building: string;
  readonly buildingOutside: string;
  /** How strongly the land outside the township is covered with the land's colour, and the opacity of lines and bands. */
  readonly outsideDim: number;
  readonly ink: string;
  readonly gridLine: number;
  readonly villageLine: number;
  readonly townLine: string;
  readonly townLineOpacity: number;
  readonly townBand: number;
  readonly heat: string;
  readonly heatBand: number;
  /** The same where no marks stand on the map and the bands are what it is about. */
  readonly heatBandAlone: number;
  /** People and choices: squads, ways, trails. */
  readonly us: string;
  readonly disc: string;
  readonly core: string;
  readonly faint: string;
  readonly green: string;
  readonly yellow: string;
  readonly red: string;
  readonly grey: string;
  /** The shape on a chosen mark. */
  readonly onRed: string;
}

function shared(light: Light) {
  const { bg, ink, ink2, ink3, us, green, yellow, red, grey, heat } = PALETTES[light];
  return { land: bg, ink, core: ink2, faint: ink3, us, green, yellow, red, grey, heat };
}

export const MAP_THEMES: Readonly<Record<Light, MapTheme>> = {
  night: {
    ...shared('night'),
    loadSteps: ['#131d27', '#1a2833', '#223341', '#2b3f50', '#344b60'],
    figureSteps: ['#131d27', '#1b2c3a', '#2a4358', '#3d5f7b', '#557f9f'],
    water: '#11324b', waterEdge: '#1b4a6c',
    roadCasing: '#0a0f14', roads: ['#76838f', '#566371', '#34424f'],
    building: '#3d4e5e', buildingOutside: '#1c262f', outsideDim: 0.48,
    gridLine: 0.17, villageLine: 0.46, townLine: '#ffffff', townLineOpacity: 0.84, townBand: 0.09,
    heatBand: 0.085, heatBandAlone: 0.13, disc: '#0a0f15', onRed: '#ffffff',
  },
  day: {
    ...shared('day'),
    loadSteps: ['#f4f6f8', '#e6ebef', '#d7dfe6', '#c7d2dc', '#b6c4d1'],
    figureSteps: ['#f4f6f8', '#e2e9ee', '#c6d4df', '#a6bccd', '#86a3ba'],
    water: '#bfd3e2', waterEdge: '#a9c5da',
    roadCasing: '#8d99a5', roads: ['#ffffff', '#ffffff', '#ffffff'],
    building: '#ccd4db', buildingOutside: '#d3dae0', outsideDim: 0.4,
    gridLine: 0.2, villageLine: 0.5, townLine: '#131c25', townLineOpacity: 0.92, townBand: 0.09,
    heatBand: 0.075, heatBandAlone: 0.11, disc: '#fafbfc', onRed: '#ffffff',
  },
};
