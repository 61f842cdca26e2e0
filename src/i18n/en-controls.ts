import type { ControlTerms, Language } from './terms.js';

/** English as far as a page needs it before a chat is active. */
export const enControls: Language & ControlTerms = {
  $code: 'en',
  $name: 'English',
  $dir: 'ltr',

  theAgent: 'the agent',
  theVisitor: 'the visitor',
  you: 'You',

  startCall: 'Start audio call',
  acceptCall: 'Accept call',
  callingCancel: (far) => `Calling ${far}, press to cancel`,
  showControls: 'In call, show the call controls',
  microphone: 'Microphone',
  camera: 'Camera',
  endCall: 'End call',
  cancelCall: 'Cancel call',

  noSession: 'This control is not in a chat session',
  noChat: 'There is no active chat',
  notHere: (far) => `${far} is not here yet`,
  chatConnecting: 'Connecting to the chat…',
  chatLost: (far) => `${far} is not connected right now`,
  voipOff: 'Calls are switched off',
  callFirst: 'Start an audio call first',
  noCallNow: 'There is no call to end',
  askingMicrophone: 'Asking for the microphone',
  startingCamera: 'Starting the camera',

  incoming: (far) => `${far} is calling you`,

  serverUnreachable: 'The chat cannot connect',
  serverUnreachableWhy:
    'The server does not answer. We keep trying; check your internet connection.',
};
