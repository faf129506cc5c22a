import { pino } from 'pino';

/** Constant message, data in fields. `warn`: look this week; `error`: look today. */
export interface Logger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Keys whose values never reach a log. */
const REDACTED = ['password', 'key', 'apiKey', 'token', 'cookie', 'phone', 'reporter', '*.password', '*.key', '*.token', '*.cookie', '*.phone', '*.reporter'];

/** How much waits to be written while the disk of the log takes nothing; what is logged beyond it is lost. */
const WAITING_BYTES = 1_048_576;

/** Logs to the standard output. Where that can't be written, on a full disk say, words are lost and the process goes on. */
export function createLogger(level: string): Logger {
  const out = pino.destination({ dest: process.stdout.fd, sync: false, maxLength: WAITING_BYTES });
  out.on('error', () => undefined);
  return pino({ level, redact: { paths: REDACTED, censor: '***' }, base: null, timestamp: pino.stdTimeFunctions.isoTime }, out);
}

export const silentLogger: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
