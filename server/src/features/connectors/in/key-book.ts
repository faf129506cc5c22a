import { ok, refuse, type Result } from '@wangge/shared/base';
import type { Connector, ConnectorKeyRow } from '@wangge/shared/connector';
import type { DocumentStore } from '../../../store/document-store.ts';

const KIND = 'connector-key';
/** What a header may hold (RFC 9110, 5.5); a password may be anything. */
const VISIBLE = /^[\x21-\x7e]+$/;

/** `host`: where it goes and nowhere else, whatever address the list names later. */
interface Kept {
  readonly key: string;
  readonly host: string;
  readonly setAt: number;
  readonly setBy: string;
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host.toLowerCase() : '');

/** 对方密钥: what polled systems want to see. They are kept beside the lists, never in them, are read by nobody again, and go to the host they were set for alone. */
export function createKeyBook(documents: DocumentStore) {
  const read = (id: string): Promise<Kept | null> => documents.get<Kept>(KIND, id);
  return {
    async keep({ id, poll }: Connector, key: string, setBy: string, setAt: number): Promise<Result<null>> {
      const host = hostOf(poll?.url ?? '');
      if (!poll?.auth || host === '') return refuse('CONNECTOR_UNKNOWN');
      if (poll.auth.kind !== 'basic' && !VISIBLE.test(key)) return refuse('FIELD_INVALID', { field: 'key' });
      await documents.put(KIND, id, { key, host, setAt, setBy } satisfies Kept);
      return ok(null);
    },
    /** The headers of a question; refused while no key was set for that host. */
    async headersOf({ id, poll }: Connector): Promise<Result<Readonly<Record<string, string>>>> {
      if (!poll?.auth) return ok({});
      const [kept, host] = [await read(id), hostOf(poll.url)];
      if (!kept || kept.host !== host) return refuse('CONNECTOR_KEY_MISSING', { detail: host });
      switch (poll.auth.kind) {
        case 'bearer': return ok({ authorization: `Bearer ${kept.key}` });
        case 'basic': return ok({ authorization: `Basic ${Buffer.from(`${poll.auth.user}:${kept.key}`).toString('base64')}` });
        case 'header': return ok({ [poll.auth.name.toLowerCase()]: kept.key });
      }
    },
    /** Which systems want a key or are told by a signature, and when their key was set; never what it is. */
    rows: (connectors: readonly Connector[]): Promise<readonly ConnectorKeyRow[]> => Promise.all(connectors.filter(({ poll, out }) => poll?.auth || out).map(async ({ id, name, poll, out }) => {
      const [kept, host] = [await read(id), hostOf(poll?.url ?? '')];
      const isOwn = kept !== null && kept.host === host;
      return { id, name, kind: poll?.auth?.kind ?? null, host, setAt: isOwn ? kept.setAt : null, setBy: isOwn ? kept.setBy : null, isTold: out !== undefined };
    })),
  };
}

export type KeyBook = ReturnType<typeof createKeyBook>;
