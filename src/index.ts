export type { Body, CallBody, Entry, FileBody } from './chat/entry.js';
export type { CallEnd, CallPhase, CallState, EndReason } from './call/call-state.js';
export { sessionContext } from './context/session-context.js';
export { ConversationController } from './context/conversation-controller.js';
export { SessionController, type SessionFollower } from './context/session-controller.js';
export { AttachmentChip } from './elements/attachment-chip/attachment-chip.js';
export { CallPrompt } from './elements/call-prompt/call-prompt.js';
export { CallStage } from './elements/call-stage/call-stage.js';
export { CallStatus } from './elements/call-status/call-status.js';
export { ChatComposer } from './elements/chat-composer/chat-composer.js';
export { ChatEnded } from './elements/chat-ended/chat-ended.js';
export { ChatMessage } from './elements/chat-message/chat-message.js';
export { ChatSession } from './elements/chat-session/chat-session.js';
export { ChatTranscript } from './elements/chat-transcript/chat-transcript.js';
export { EndChatButton } from './elements/end-chat-button/end-chat-button.js';
export { HangupButton } from './elements/hangup-button/hangup-button.js';
export { HeadsetButton } from './elements/headset-button/headset-button.js';
export { MicToggle } from './elements/mic-toggle/mic-toggle.js';
export { NetworkQuality } from './elements/network-quality/network-quality.js';
export { SelfViewPip } from './elements/self-view-pip/self-view-pip.js';
export * from './elements/shared/conversation-events.js';
export * from './elements/shared/events.js';
export { TypingIndicator } from './elements/typing-indicator/typing-indicator.js';
export { VideoToggle } from './elements/video-toggle/video-toggle.js';
export { ChatLauncher } from './layouts/chat-launcher/chat-launcher.js';
export { VisitorChat } from './layouts/visitor-chat/visitor-chat.js';
export { overrideTerms, registerTranslation } from './i18n/localize.js';
export type { Terms } from './i18n/terms.js';
export type { DeviceFailure, Devices, Opened } from './ports/devices.js';
export type { Party } from './ports/link.js';
export type { PathLevel } from './ports/path.js';
export { CallError, type CallErrorCode } from './session/call-error.js';
export {
  ChatEndEvent,
  FileRejectedEvent,
  type FileRejection,
  MessageReceivedEvent,
  UnreadChangeEvent,
} from './session/chat-events.js';
export type { ChatRecord, ChatStore } from './session/chat-store.js';
export type {
  Conversation,
  ConversationSnapshot,
  FileFailure,
  FileState,
  Item,
  ItemState,
  LiveText,
  Uploader,
} from './session/conversation.js';
export type { Session } from './session/session.js';
export type {
  Capability,
  ChatState,
  DeviceTrouble,
  FarSide,
  OwnSide,
  Problem,
  QueuePlace,
  SessionSnapshot,
} from './session/snapshot.js';
export type { Token } from './theme/token.js';
export { type TokenName, tokens } from './theme/token-list.js';
