/** A real picture, as small as a PNG can be: one grey point. */
const TINY_PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGPgBgAAQwBCX4UpSAAAAABJRU5ErkJggg==', 'base64');

/** Hands a picture in over the public API, as whoever these headers name; answers its id. */
export async function storePhoto(url: string, headers: Readonly<Record<string, string>>, path = '/api/v1/attachments'): Promise<string> {
  const answer = await fetch(url + path, { method: 'POST', headers: { ...headers, 'content-type': 'image/png' }, body: new Uint8Array(TINY_PNG) });
  if (answer.status !== 201) throw new Error(`storing a photo answered ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
}
