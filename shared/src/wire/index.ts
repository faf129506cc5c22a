export type { CaseDetail, CheckerRow, CommandAnswer, MergeCandidateRow, ReceiptRow, ReopenAskRow, ReporterToReach, TimelineEntry, ToldEntry } from './case-detail.ts';
export { PROTOCOL_VERSION } from './messages.ts';
export type {
  BeatMessage, BoardAnswer, BoardsMessage, ClientToServer, DiffMessage, FiguresMessage, HelloMessage, ServerToClient, SnapshotMessage, StoreTrouble, TroubleMessage, UnitsMessage,
} from './messages.ts';
export type { PastBoards, PastDay, PastDays, PastPeople, PastPicture } from './replay.ts';
export { SHEET_KINDS } from './sheet.ts';
export type { BoardSheet, SheetEntry, SheetFigure, SheetKind, SheetObject, SheetPage, SheetRow } from './sheet.ts';
export { isShown } from './shown-rows.ts';
export { TERMINAL_PARAMETERS, TERMINAL_PARAMETER_RANGES, TERMINAL_TEXT } from './terminals.ts';
export type { KeptZone, PastAlarm, TerminalAlarm, TerminalParameterName, TerminalParameters, TerminalRow, TerminalsBoard, TerminalZone } from './terminals.ts';
export type { CaseRow, CountyCallRow, OrderRow, ReportedAnswer, ReportedRow, TickerItem, UnitRow } from './rows.ts';
