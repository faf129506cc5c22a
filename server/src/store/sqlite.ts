export { holdAlone, openDatabase } from './sqlite/open-database.ts';
export { probeWrite } from './sqlite/probe-write.ts';
export { createSqliteAttachmentStore } from './sqlite/sqlite-attachment-store.ts';
export { createSqliteAuditStore } from './sqlite/sqlite-audit-store.ts';
export { createSqliteContents } from './sqlite/sqlite-contents.ts';
export { createSqliteDocumentStore } from './sqlite/sqlite-document-store.ts';
export { createSqliteEventStore } from './sqlite/sqlite-event-store.ts';
export { createSqliteHistoryEraser } from './sqlite/sqlite-history-eraser.ts';
export { createSqliteTrackStore } from './sqlite/sqlite-track-store.ts';
