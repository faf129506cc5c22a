import { z } from 'zod';
import type { Actor } from '@wangge/shared/access';
import type { Camera, CameraOpening } from '@wangge/shared/camera';
import { sendRefusal, type Http } from '../../platform/http.ts';
import { actorIn } from '../access/gate.api.ts';

export interface CameraRouteNeeds {
  /** A camera that somebody may look through. */
  find(id: string, actor: Actor): Camera | undefined;
  /** Whether the installation still lets screens reach its host. */
  isAllowed(camera: Camera): boolean;
}

/** 视频: opening one camera. Each opening is a deed of its own in the audit log, and the only answer that holds an address. */
export function cameraRoutes(http: Http, { find, isAllowed }: CameraRouteNeeds): void {
  http.post('/api/v1/cameras/:id/openings', {
    config: { access: 'camera.view' }, schema: { params: z.object({ id: z.string().min(1).max(60) }) },
  }, async (request, reply) => {
    const camera = find(request.params.id, actorIn(request));
    if (!camera) return sendRefusal(reply, { code: 'CAMERA_UNKNOWN' });
    if (!isAllowed(camera)) return sendRefusal(reply, { code: 'CAMERA_HOST_FORBIDDEN' });
    const { id, kind, url } = camera;
    return reply.header('cache-control', 'no-store').send({ id, kind, url } satisfies CameraOpening);
  });
}
