import type { Namespace } from 'socket.io';
import { WS_BINARY, WS_TEXT, wsFrameParts } from './ws-frame.ts';

type Encoded = readonly (string | Uint8Array)[];

interface Packet {
  readonly data?: readonly unknown[];
}

interface PacketOptions {
  wsPreEncodedFrame?: readonly Uint8Array[];
}

/** The parts of Socket.IO's in-memory adapter that decide how a broadcast is put into bytes. */
interface EncodingAdapter {
  readonly encoder: { encode(packet: Packet): Encoded };
  _encode(packet: Packet, options: PacketOptions): Encoded;
}

interface SharedBytes {
  readonly encoded: Encoded;
  readonly wire: readonly Uint8Array[];
}

/** Answers how many bytes one session was sent for a payload, once it has been broadcast; 0 before. */
export type WireBytesOf = (payload: object) => number;

/** Engine.IO's mark of a message packet. */
const MESSAGE = '4';

function joinFrames(encoded: Encoded): Uint8Array {
  return Buffer.concat(encoded.flatMap((part) =>
    typeof part === 'string' ? wsFrameParts(WS_TEXT, Buffer.from(MESSAGE + part)) : wsFrameParts(WS_BINARY, part)));
}

/**
 * Makes the adapter put every payload object into WebSocket frames once, however many sessions receive it and however many
 * broadcasts carry it. A binary event becomes one buffer of two frames, hence one socket write; Socket.IO itself frames
 * attachments again for each session. WebSocket is the only transport that may be used with it.
 */
export function shareFraming(adapter: Namespace['adapter']): WireBytesOf {
  const target = adapter as unknown as EncodingAdapter;
  const known = new WeakMap<object, SharedBytes>();
  target._encode = (packet, options) => {
    const payload = packet.data?.[1];
    const held = typeof payload === 'object' && payload !== null ? known.get(payload) : undefined;
    const shared = held ?? encodeOnce(target, packet);
    if (held === undefined && typeof payload === 'object' && payload !== null) known.set(payload, shared);
    options.wsPreEncodedFrame = shared.wire;
    return shared.encoded;
  };
  return (payload) => known.get(payload)?.wire[0]?.length ?? 0;
}

function encodeOnce(target: EncodingAdapter, packet: Packet): SharedBytes {
  const encoded = target.encoder.encode(packet);
  return { encoded: encoded.slice(0, 1), wire: [joinFrames(encoded)] };
}
