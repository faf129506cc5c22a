import { openDatabase } from '@wangge/server/store/sqlite/open-database';
import { createSqliteTrackStore } from '@wangge/server/store/sqlite/sqlite-track-store';
import { trackStoreContract } from './track-store.contract.ts';

trackStoreContract('sqlite', () => createSqliteTrackStore(openDatabase(':memory:')));
