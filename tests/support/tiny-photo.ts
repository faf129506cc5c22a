/** A real picture, as small as a PNG can be: one grey point. */
const TINY_PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGPgBgAAQwBCX4UpSAAAAABJRU5ErkJggg==', 'base64');

/** Hands a picture in over the public API, as whoever these headers name; answers its id. */
export async function storePhoto(url: string, headers: Readonly<Record<string, string>>, path = '/api/v1/attachments'): Promise<string> {
  const answer = await fetch(url + path, { method: 'POST', headers: { ...headers, 'content-type': 'image/png' }, body: new Uint8Array(TINY_PNG) });
  if (answer.status !== 201) throw new Error(`storing a photo answered ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
}

/** The beginning of a WebM as browsers record it, and `bytes` of something behind it. */
export function tinyVoiceNote(bytes = 400): Buffer {
  return Buffer.concat([Buffer.from('\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm', 'latin1'), Buffer.alloc(bytes, 7)]);
}

/** Hands a voice note in as a channel does; answers its id. */
export async function storeVoiceNote(url: string, headers: Readonly<Record<string, string>>): Promise<string> {
  const answer = await fetch(`${url}/api/v1/intake/attachments`, { method: 'POST', headers: { ...headers, 'content-type': 'audio/webm' }, body: new Uint8Array(tinyVoiceNote()) });
  if (answer.status !== 201) throw new Error(`storing a voice note answered ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
}
