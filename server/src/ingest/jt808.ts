export { createAllowListRegistry } from './jt808/allow-list-registry.ts';
export type { AllowListRegistry, AllowedTerminal } from './jt808/allow-list-registry.ts';
export type { Jt808Counters } from './jt808/counters.ts';
export { createReplyReader, createTerminalEncoder } from './jt808/encode-terminal.ts';
export type { PlatformOrder, PlatformReply, TerminalEncoder, TerminalPosition } from './jt808/encode-terminal.ts';
export { createJt808Gateway } from './jt808/gateway.ts';
export type { Jt808Gateway, Jt808GatewayOptions } from './jt808/gateway.ts';
export type { Jt808Limits } from './jt808/limits.ts';
export type { RegisterAnswer, TerminalIdentity, TerminalRegistry } from './jt808/ports.ts';
