import type { TerminalParameters } from '@wangge/shared/wire';
import { encodeMessage, partsOf } from './encode-frame.ts';
import { FrameSplitter } from './frame-splitter.ts';
import { decodeHeader } from './header.ts';
import type { FrameHeader } from './header.ts';
import { encodeTerminalReply, terminalReplyId } from './messages/0001-terminal-reply.ts';
import { encodeHeartbeat, heartbeatId } from './messages/0002-heartbeat.ts';
import { encodeLogout, logoutId } from './messages/0003-logout.ts';
import { encodeRegister, registerId } from './messages/0100-register.ts';
import type { Edition, Registration } from './messages/0100-register.ts';
import { authenticateId, encodeAuthenticate } from './messages/0102-authenticate.ts';
import { encodeParameters, parametersId } from './messages/0104-parameters.ts';
import { noExtras, type BorderCrossing, type SectionTime, type SpeedingPlace } from './messages/0200-location-extras.ts';
import { encodeLocation, locationId, positionedBit, sosAlarmBit } from './messages/0200-location.ts';
import type { Location } from './messages/0200-location.ts';
import { encodeLocationAnswer, locationAnswerId } from './messages/0201-location-answer.ts';
import { batchId, encodeBatch } from './messages/0704-batch.ts';
import { encodeMediaHead, mediaDataId, mediaEventId, type MediaHead } from './messages/0800-media-event.ts';
import { decodeTextOrder, textId, type TextOrder } from './orders/8300-text.ts';
import { decodeZoneOrder, type ZoneMessage } from './orders/decode-zones.ts';
import { locateId, readParametersId, setParametersId } from './orders/encode-order.ts';
import { decodeParameterItems } from './parameter-items.ts';
import { decodeGeneralReply, generalReplyId } from './replies/8001-general-reply.ts';
import type { GeneralReply } from './replies/8001-general-reply.ts';
import { decodeRegisterReply, registerReplyId } from './replies/8100-register-reply.ts';
import type { RegisterReply } from './replies/8100-register-reply.ts';
import { decodeMediaReply, mediaReplyId, type MediaReply } from './replies/8800-media-reply.ts';

/** What a device knows of one position; without `hasFix: false` it has a fix. */
export type TerminalPosition = {
  readonly lng: number;
  readonly lat: number;
  /** Epoch ms; sent in whole seconds. */
  readonly at: number;
  readonly speedKmh?: number;
  readonly headingDeg?: number;
  readonly altitudeM?: number;
  readonly mileageKm?: number;
  readonly satellites?: number;
  readonly isSos?: boolean;
  /** Bits of the alarm word besides that of `isSos`. */
  readonly alarmBits?: number;
  readonly speeding?: SpeedingPlace;
  readonly border?: BorderCrossing;
  readonly section?: SectionTime;
  readonly hasFix?: boolean;
};

/** The terminal's side of the conversation: each call gives the wire bytes of one message under the next serial number. */
export type TerminalEncoder = {
  register(registration: Omit<Registration, 'edition'>): Uint8Array;
  authenticate(code: string): Uint8Array;
  heartbeat(): Uint8Array;
  position(position: TerminalPosition): Uint8Array;
  /** Sub-packaged by itself when it is longer than one frame carries. */
  batch(positions: readonly TerminalPosition[], isCatchUp: boolean): Uint8Array;
  logout(): Uint8Array;
  /** 终端通用应答 to an order. */
  reply(reply: GeneralReply): Uint8Array;
  answerLocation(ackSerial: number, position: TerminalPosition): Uint8Array;
  answerParameters(ackSerial: number, values: TerminalParameters): Uint8Array;
  mediaEvent(head: MediaHead): Uint8Array;
  /** A recording with where it was made; sub-packaged by itself when it is long. */
  mediaData(head: MediaHead, position: TerminalPosition, data: Uint8Array): Uint8Array;
};

/** Speaks as the terminal (终端) `phone` in one edition of JT/T 808; serial numbers start at `firstSerial`. */
export function createTerminalEncoder(phone: string, edition: Edition, firstSerial = 0): TerminalEncoder {
  const layout = edition === '2019' ? '2019' : '2013';
  let serial = firstSerial;

  function encode(messageId: number, body: Uint8Array): Uint8Array {
    const bytes = encodeMessage({ messageId, layout, phone, serial }, body);
    serial = (serial + partsOf(body.length)) & 0xffff;
    return bytes;
  }

  return {
    register: (registration) => encode(registerId, encodeRegister({ ...registration, edition })),
    authenticate: (code) => encode(authenticateId, encodeAuthenticate({ code }, layout)),
    heartbeat: () => encode(heartbeatId, encodeHeartbeat()),
    position: (position) => encode(locationId, encodeLocation(toLocation(position))),
    batch: (positions, isCatchUp) => encode(batchId, encodeBatch({ isCatchUp, items: positions.map(toLocation) })),
    logout: () => encode(logoutId, encodeLogout()),
    reply: (reply) => encode(terminalReplyId, encodeTerminalReply(reply)),
    answerLocation: (ackSerial, position) => encode(locationAnswerId, encodeLocationAnswer({ ackSerial, location: toLocation(position) })),
    answerParameters: (ackSerial, values) => encode(parametersId, encodeParameters({ ackSerial, values })),
    mediaEvent: (head) => encode(mediaEventId, encodeMediaHead(head)),
    mediaData: (head, position, data) => encode(mediaDataId, Buffer.concat([encodeMediaHead(head), encodeLocation({ ...toLocation(position), extras: noExtras }), data])),
  };
}

function toLocation(position: TerminalPosition): Location {
  return {
    alarmBits: (position.isSos === true ? sosAlarmBit : 0) | (position.alarmBits ?? 0),
    statusBits: position.hasFix === false ? 0 : positionedBit,
    lng: position.lng,
    lat: position.lat,
    altitudeM: position.altitudeM ?? 0,
    speedKmh: position.speedKmh ?? 0,
    headingDeg: position.headingDeg ?? 0,
    at: position.at,
    extras: { ...noExtras, mileageKm: position.mileageKm, satellites: position.satellites, speeding: position.speeding, border: position.border, section: position.section },
  };
}

export type PlatformReply =
  | ({ readonly messageId: typeof generalReplyId; readonly serial: number } & GeneralReply)
  | ({ readonly messageId: typeof registerReplyId; readonly serial: number } & RegisterReply);

/** What a platform says without being asked, and its answers to recordings. */
export type PlatformOrder =
  | ({ readonly messageId: typeof mediaReplyId; readonly serial: number } & MediaReply)
  | ({ readonly messageId: typeof textId; readonly serial: number } & TextOrder)
  | { readonly messageId: typeof setParametersId; readonly serial: number; readonly values: TerminalParameters }
  | (ZoneMessage & { readonly serial: number })
  | { readonly messageId: typeof locateId | typeof readParametersId; readonly serial: number };

/** Reads the platform's answers, and what else it says, out of the bytes a terminal receives, whatever the chunks; all else is passed over. */
export function createReplyReader(onReply: (reply: PlatformReply) => void, onOrder: (order: PlatformOrder) => void = () => undefined): { push(chunk: Uint8Array): void } {
  const splitter = new FrameSplitter({
    frame: (bytes, start, end) => {
      const header = decodeHeader(bytes, start, end);
      if (typeof header === 'string') return;
      const { serial, bodyStart, bodyEnd } = header;
      const general = header.messageId === generalReplyId ? decodeGeneralReply(bytes, bodyStart, bodyEnd) : undefined;
      if (general !== undefined) onReply({ messageId: generalReplyId, serial, ...general });
      const register = header.messageId === registerReplyId ? decodeRegisterReply(bytes, bodyStart, bodyEnd) : undefined;
      if (register !== undefined) onReply({ messageId: registerReplyId, serial, ...register });
      const order = readOrder(header, bytes);
      if (order !== undefined) onOrder(order);
    },
    refused: () => undefined,
  });
  return { push: (chunk) => splitter.push(chunk) };
}

/** Undefined for what is cut short and for what is no order. */
function readOrder(header: FrameHeader, bytes: Uint8Array): PlatformOrder | undefined {
  const { messageId, layout, serial, bodyStart, bodyEnd } = header;
  switch (messageId) {
    case mediaReplyId: {
      const reply = decodeMediaReply(bytes, bodyStart, bodyEnd);
      return reply && { messageId, serial, ...reply };
    }
    case textId: {
      const text = decodeTextOrder(bytes, bodyStart, bodyEnd, layout);
      return text && { messageId, serial, ...text };
    }
    case setParametersId: {
      const values = decodeParameterItems(bytes, bodyStart, bodyEnd);
      return values && { messageId, serial, values };
    }
    case locateId: case readParametersId: return { messageId, serial };
    default: {
      const zones = decodeZoneOrder(header, bytes);
      return zones && { ...zones, serial };
    }
  }
}
