import { encodeMessage, partsOf } from './encode-frame.ts';
import { FrameSplitter } from './frame-splitter.ts';
import { decodeHeader } from './header.ts';
import { encodeHeartbeat, heartbeatId } from './messages/0002-heartbeat.ts';
import { encodeLogout, logoutId } from './messages/0003-logout.ts';
import { encodeRegister, registerId } from './messages/0100-register.ts';
import type { Edition, Registration } from './messages/0100-register.ts';
import { authenticateId, encodeAuthenticate } from './messages/0102-authenticate.ts';
import { noExtras } from './messages/0200-location-extras.ts';
import { encodeLocation, locationId, positionedBit, sosAlarmBit } from './messages/0200-location.ts';
import type { Location } from './messages/0200-location.ts';
import { batchId, encodeBatch } from './messages/0704-batch.ts';
import { decodeGeneralReply, generalReplyId } from './replies/8001-general-reply.ts';
import type { GeneralReply } from './replies/8001-general-reply.ts';
import { decodeRegisterReply, registerReplyId } from './replies/8100-register-reply.ts';
import type { RegisterReply } from './replies/8100-register-reply.ts';

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
  };
}

function toLocation(position: TerminalPosition): Location {
  return {
    alarmBits: position.isSos === true ? sosAlarmBit : 0,
    statusBits: position.hasFix === false ? 0 : positionedBit,
    lng: position.lng,
    lat: position.lat,
    altitudeM: position.altitudeM ?? 0,
    speedKmh: position.speedKmh ?? 0,
    headingDeg: position.headingDeg ?? 0,
    at: position.at,
    extras: { ...noExtras, mileageKm: position.mileageKm, satellites: position.satellites },
  };
}

export type PlatformReply =
  | ({ readonly messageId: typeof generalReplyId; readonly serial: number } & GeneralReply)
  | ({ readonly messageId: typeof registerReplyId; readonly serial: number } & RegisterReply);

/** Reads the platform's answers out of the bytes a terminal receives, whatever the chunks; all else is passed over. */
export function createReplyReader(onReply: (reply: PlatformReply) => void): { push(chunk: Uint8Array): void } {
  const splitter = new FrameSplitter({
    frame: (bytes, start, end) => {
      const header = decodeHeader(bytes, start, end);
      if (typeof header === 'string') return;
      const { serial, bodyStart, bodyEnd } = header;
      const general = header.messageId === generalReplyId ? decodeGeneralReply(bytes, bodyStart, bodyEnd) : undefined;
      if (general !== undefined) onReply({ messageId: generalReplyId, serial, ...general });
      const register = header.messageId === registerReplyId ? decodeRegisterReply(bytes, bodyStart, bodyEnd) : undefined;
      if (register !== undefined) onReply({ messageId: registerReplyId, serial, ...register });
    },
    refused: () => undefined,
  });
  return { push: (chunk) => splitter.push(chunk) };
}
