export { addressFault } from './address.ts';
export type { AddressFault } from './address.ts';
export { CAMERA_KINDS, CAMERA_ROLES, CAMERA_STANDINGS, maySeeCamera } from './camera.ts';
export type { Camera, CameraHealth, CameraKind, CameraOpening, CameraRole, CameraRow, CameraRules, CamerasBoard, CameraStanding } from './camera.ts';
export { nearestCameras } from './near.ts';
export type { NearCamera } from './near.ts';
