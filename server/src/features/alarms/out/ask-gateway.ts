import { SECOND_MS, type Refusal } from '@wangge/shared/base';
import { fillBody, needsPhone, type AlertGateway, type AlertWord } from '@wangge/shared/alarm';
import { applyRule, isFields, type Value } from '@wangge/shared/connector';
import { signedHeaders, type OutAnswer, type OutMessage } from '../../../platform/pinned-request.ts';
import { maskText } from '../../cases/mask.api.ts';

const SHOWN = 120;
const CODES = { CONNECTOR_TARGET_AWAY: 'ALERT_GATEWAY_AWAY', CONNECTOR_TARGET_FORBIDDEN: 'ALERT_GATEWAY_FORBIDDEN' } as const;

/** Asks a gateway once to tell somebody; null: it says that it took the message. */
export async function askGateway(
  gateway: AlertGateway, words: Readonly<Record<Exclude<AlertWord, 'secret'>, string>>, secret: string | null, at: number, send: (message: OutMessage) => Promise<OutAnswer>,
): Promise<Refusal | null> {
  if (secret === null) return { code: 'ALERT_SECRET_MISSING' };
  if (needsPhone(gateway) && words.phone === '') return { code: 'ALERT_PHONE_MISSING' };
  const body = JSON.stringify(fillBody(gateway.body, { ...words, secret }));
  const answer = await send({ url: gateway.url.replaceAll('{secret}', encodeURIComponent(secret)), body, headers: signedHeaders(secret, words.key, at, body), patienceMs: gateway.patienceS * SECOND_MS });
  if (answer.kind !== 'told') return { code: answer.kind === 'refused' ? 'ALERT_GATEWAY_REFUSED' : CODES[answer.code], detail: answer.detail };
  return gateway.accepted && !isAccepted(answer.text, gateway.accepted) ? { code: 'ALERT_GATEWAY_REFUSED', detail: plain(answer.text, secret) } : null;
}

/** What was answered, without the telephone and the secret that may be said back to us. */
function plain(text: string, secret: string): string {
  return maskText(text.replaceAll(secret, '***')).slice(0, SHOWN);
}

function isAccepted(text: string, { path, value }: NonNullable<AlertGateway['accepted']>): boolean {
  try {
    const said = JSON.parse(text) as Value;
    const found = isFields(said) ? applyRule({ path }, said) : null;
    return found?.kind === 'found' && found.text === value;
  } catch {
    return false;
  }
}
