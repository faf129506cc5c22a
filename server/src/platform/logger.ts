import { pino } from 'pino';

/** Constant message, data in fields. `warn`: look this week; `error`: look today. */
export interface Logger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Keys whose values never reach a log. */
const REDACTED = ['password', 'key', 'apiKey', 'token', 'cookie', 'phone', 'reporter', '*.password', '*.key', '*.token', '*.cookie', '*.phone', '*.reporter'];

export function createLogger(level: string): Logger {
  return pino({ level, redact: { paths: REDACTED, censor: '***' }, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

export const silentLogger: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
