import { inject, type InjectionKey } from 'vue';

/** Takes a photo to the server; answers its attachment id, or null when it could not be kept. */
export type UploadPhoto = (image: Blob) => Promise<string | null>;

/** Provided by the surface; a form with photos needs it. */
export const UPLOAD_PHOTO: InjectionKey<UploadPhoto> = Symbol('upload-photo');

export function useUploadPhoto(): UploadPhoto {
  const upload = inject(UPLOAD_PHOTO);
  if (!upload) throw new Error('A form with photos needs a surface that provides UPLOAD_PHOTO.');
  return upload;
}
