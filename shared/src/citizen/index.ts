export type { CitizenDoor, CitizenMatter, CitizenReceipt, CitizenReport } from './door.ts';
export { plainText } from './plain-text.ts';
export { CITIZEN_STEPS, answerOf, stageOf, stepsOf } from './progress.ts';
export type { CitizenProgress, CitizenStage, CitizenStep, CitizenStepAt } from './progress.ts';
export { leadingZeroBits, readProof, workText, writeProof } from './proof.ts';
export type { Challenge } from './proof.ts';
export { RECEIPT_SIGNS, readReceiptCode, receiptCodeFrom, shownReceiptCode } from './receipt-code.ts';
