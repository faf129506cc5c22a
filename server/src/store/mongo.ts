export { createMongoAttachmentStore } from './mongo/mongo-attachment-store.ts';
export { createMongoContents } from './mongo/mongo-contents.ts';
export { createMongoDocumentStore } from './mongo/mongo-document-store.ts';
export { createMongoEventStore } from './mongo/mongo-event-store.ts';
export { createMongoHistoryEraser } from './mongo/mongo-history-eraser.ts';
export { createMongoLeaseStore } from './mongo/mongo-lease-store.ts';
export { createMongoTrackStore } from './mongo/mongo-track-store.ts';
export { openMongo } from './mongo/open-mongo.ts';
