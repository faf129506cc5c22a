const segment = (marker: number, body: Buffer): Buffer => Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255]), body]);

/** The frame of a JPEG, as small as it can be, with a place in its EXIF, a comment, and a tail behind its end; `grain` makes it another picture. */
export function tinyJpeg(grain = 1): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]), segment(0xe0, Buffer.from('JFIF\0\x01\x02\0\0\x01\0\x01\0\0', 'latin1')), segment(0xe1, Buffer.from('Exif\0\0GPS 31.8 120.2')),
    segment(0xfe, Buffer.from('taken by 张三')), segment(0xdb, Buffer.alloc(65, 1)), segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([grain, 0xff, 0, 2, 0xff, 0xd9]), Buffer.from('tail: phone 13900000001'),
  ]);
}
