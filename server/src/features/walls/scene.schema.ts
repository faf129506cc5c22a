import { z } from 'zod';
import { AREA_FIGURES, AREA_LEVELS, HEAT_KERNELS, HEAT_WINDOWS, PANELS, RELIEFS, SHAPES, type Composition, type Scene, type WallShape } from '@wangge/shared/stage';

const rail = z.array(z.tuple([z.enum(PANELS), z.number().int().min(1).max(44)])).max(12).readonly();
const widthU = z.number().min(300).max(700).optional();
const composition = z.strictObject({ left: z.array(rail).max(3), right: z.array(rail).max(3), shelf: z.array(z.enum(PANELS)).max(4), shelfRows: z.number().int().min(1).max(24), leftU: widthU, rightU: widthU });
const shapes = z.strictObject(Object.fromEntries(SHAPES.map((shape) => [shape, composition])) as Record<WallShape, typeof composition>);

export const lngLatShape = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

/** What a scene draws on the map. An edition from before a layer existed has it as it was drawn then. */
export const layersShape = z.strictObject({
  heat: z.enum(HEAT_WINDOWS).nullable(), kernel: z.enum(HEAT_KERNELS).default('severity'), hex: z.boolean().default(false),
  choropleth: z.strictObject({ level: z.enum(AREA_LEVELS), figure: z.enum(AREA_FIGURES) }).nullable().default(null),
  cases: z.enum(['overview', 'all', 'none']), squads: z.boolean(), people: z.boolean(), grids: z.boolean(),
  fences: z.boolean().default(false), cameras: z.boolean().default(false), relief: z.enum(RELIEFS).default('flat'),
});

/** A scene as somebody sends it; whether its tiles fit is asked of `sceneFaults`. */
export const sceneShape = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/), name: z.string().trim().min(1).max(20), dwellMs: z.number().int().min(5_000).max(3_600_000),
  isInPlaylist: z.boolean(), isMasked: z.boolean(), hasInsets: z.boolean(),
  camera: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('town') }), z.strictObject({ kind: z.literal('area'), areaCode: z.string().min(6).max(15) }),
    z.strictObject({ kind: z.literal('place'), lngLat: lngLatShape, zoom: z.number().min(0).max(6) }),
  ]),
  layers: layersShape,
  shapes,
}).transform((scene): Scene => ({ ...scene, shapes: scene.shapes as Record<WallShape, Composition> }));
