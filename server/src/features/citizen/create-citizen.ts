import type { Feature } from '../../platform/feature.ts';
import { createCitizenDesk, type CitizenParts } from './citizen-desk.ts';
import { citizenRoutes } from './citizen.routes.ts';

/** 百姓上报: the door of those who live here, without an app and without signing in. */
export function createCitizen(parts: CitizenParts): Feature & { counters(): Readonly<Record<string, number>> } {
  const desk = createCitizenDesk(parts);
  return { routes: (http) => citizenRoutes(http, desk), counters: desk.counters };
}
