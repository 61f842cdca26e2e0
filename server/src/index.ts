export type { Log } from './log.js';
export type { Holder, Presence, Routed, Seat } from './presence.js';
export { createServer, type ServerOptions, type VisavisServer } from './server.js';
export { type Settings, SettingsError } from './settings.js';
export type { Party, Place } from './shape.js';
export { signAgent, signEnd, signTicket, type TicketClaims } from './tickets.js';
export { turnCredentials, type TurnCredentials, type TurnRequest } from './turn.js';
export { Refusal, type Word, words } from './words.js';
export type { Agent, Chat, Crowded, Desk, Turn, Visitor, WaitingRoom } from './waiting-room.js';
