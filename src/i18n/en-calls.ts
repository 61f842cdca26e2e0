import type { CallTerms } from './terms.js';

const corners = {
  'top-left': 'Top left',
  'top-right': 'Top right',
  'bottom-left': 'Bottom left',
  'bottom-right': 'Bottom right',
};

/** English for what there is to say in a chat. */
export const enCalls: CallTerms = {
  asSentence: (title) => `${title}.`,
  paragraph: (sentences) => sentences.join(' '),

  chat: 'Chat',
  conversation: 'Conversation',
  call: 'Call',
  callControls: 'Call controls',

  accept: 'Accept',
  decline: 'Decline',
  waitingForBrowser: 'Waiting…',
  silence: 'Silence the ringing',
  movePicture: 'Move your picture',
  corner: (where) => corners[where],

  calling: (far) => `Calling ${far}…`,
  connecting: 'Connecting…',
  inCallWith: (far) => `In a call with ${far}`,
  reconnecting: 'Reconnecting…',
  audioCall: 'Audio call',

  browserMayAsk: (far) =>
    `Your browser may ask for your microphone. Your camera stays off. ${far} cannot hear you yet.`,
  hearSoon: (far) => `You and ${far} will hear each other in a moment.`,
  bothHear: (far) => `You and ${far} hear each other.`,
  bothSeeAndHear: (far) => `You and ${far} see and hear each other.`,
  farSeesAndHearsYou: (far) => `${far} sees and hears you.`,
  farHearsYou: (far) => `${far} hears you.`,
  farOnlyHearsYou: (far) => `${far} only hears you.`,
  youAreMuted: (far) => `You are muted: ${far} does not hear you.`,
  youAreMutedAndSeen: (far) => `You are muted: ${far} sees you and does not hear you.`,
  youSeeAndHear: (far) => `You see and hear ${far}.`,
  youHear: (far) => `You hear ${far}.`,
  farMuted: (far) => `${far} is muted: you do not hear ${far}.`,
  farMutedAndSeen: (far) => `${far} is muted: you see ${far} and do not hear ${far}.`,
  noCamera: 'No camera is on.',
  mayNotHear: (far) => `${far} may not see or hear you right now. You can keep typing.`,

  ifYouAccept: 'If you accept, your browser may ask for your microphone, then you hear each other.',
  browserAsksNow: (far) =>
    `Your browser is asking for your microphone. Choose Allow so ${far} can hear you.`,
  cameraStaysOff: 'Your camera stays off until you turn it on.',

  cameraMissing: 'No camera found',

  farCameraOff: (far) => `${far}’s camera is off`,
  ownInCorner: 'You see your own picture in the corner.',
  farPicture: (far) => `Picture from ${far}’s camera`,
  ownPicture: 'Your own picture, mirrored',
  paused: 'Paused',

  endedBySelf: (duration) => `You ended the call after ${duration}.`,
  endedByFar: (far, duration) => `${far} ended the call after ${duration}.`,
  devicesOff: 'Your microphone and camera are off.',
  declinedByFar: (far) => `${far} declined the call.`,
  declinedBySelf: (far) => `You declined the call. ${far} knows.`,
  cancelledBySelf: 'You cancelled the call.',
  cancelledByFar: (far) => `${far} cancelled the call.`,
  noAnswer: (far) => `No answer from ${far}.`,
  missed: (far) => `You missed a call from ${far}.`,
  busy: (far) => `${far} is busy in another call.`,
  calledWhileBusy: (far) => `${far} called while you were busy in another call.`,
  farMicBlocked: (far) => `The call did not start: ${far}’s microphone is blocked.`,
  farNoMicrophone: (far) => `The call did not start: ${far} has no working microphone.`,
  ownMicBlocked: 'The call did not start: your microphone is blocked.',
  ownNoMicrophone: 'The call did not start: there is no working microphone.',
  unreachable: (far) => `${far} could not be reached.`,
  connectionLost: (far, duration) => `The connection to ${far} was lost after ${duration}.`,
  sessionEnded: 'The call has ended because the chat or calls were switched off.',
  chatOpen: (far) => `You are in a chat with ${far}.`,
};
