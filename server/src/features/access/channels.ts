import type { Actor } from '@wangge/shared/access';
import type { DocumentStore } from '../../store/document-store.ts';
import { secretHash } from './access.api.ts';

/** 渠道: a system that reports cases with a key of its own. Kept under the hash of its key. */
export interface Channel {
  readonly id: string;
  readonly name: string;
}

export interface ChannelsApi {
  find(apiKey: string | undefined): Promise<Channel | null>;
}

export function createChannelsApi(documents: DocumentStore): ChannelsApi {
  return { find: async (apiKey) => (apiKey ? documents.get<Channel>('channel', secretHash(apiKey)) : null) };
}

export function channelActor(channel: Channel): Actor {
  return { id: `channel:${channel.id}`, name: channel.name, role: 'channel', unitId: null, parentUnitId: null, areaCode: '' };
}

/** Anybody at the door of citizens (百姓上报): the receipt code says who, and only about one case. */
export const CITIZEN: Actor = channelActor({ id: 'citizen', name: '百姓上报' });
