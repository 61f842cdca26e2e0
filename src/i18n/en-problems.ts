import type { ProblemTerms } from './terms.js';

/** English for what went wrong. */
export const enProblems: ProblemTerms = {
  tryAgain: 'Try again',
  keepChatting: 'Keep chatting',
  hearNow: (far) => `Hear ${far}`,

  micBlocked: 'Your microphone is blocked',
  micBlockedWhy: 'The call did not start because this page may not use your microphone.',
  micBlockedSteps:
    'Open the site settings next to the address.\nSet Microphone to Allow.\nCome back and try again.',
  micMissing: 'No microphone found',
  micMissingWhy: 'Plug in a microphone or a headset, then try again.',
  micBusy: 'Your microphone is busy',
  micBusyWhy: 'Another application uses it. Close that one, then try again.',
  micFailed: 'Your microphone did not start',
  micFailedWhy: 'The browser could not open the microphone. Try again, or restart the browser.',
  cameraBlocked: 'Your camera is blocked',
  cameraBlockedWhy: 'This page may not use your camera.',
  cameraBlockedSteps:
    'Open the site settings next to the address.\nSet Camera to Allow.\nCome back and try again.',
  cameraMissing: 'No camera found',
  cameraMissingWhy: 'Plug in a camera, then try again.',
  cameraBusy: 'Your camera is busy',
  cameraBusyWhy: 'Another application uses it. Close that one, then try again.',
  cameraFailed: 'Your camera did not start',
  cameraFailedWhy: 'The browser could not open the camera. Try again, or restart the browser.',
  pageForbids: 'This page does not allow it',
  pageForbidsWhy:
    'The page that holds this chat forbids the microphone or the camera. Open the chat in its own window, or keep chatting.',
  insecurePage: 'This page is not secure',
  insecurePageWhy:
    'Browsers give a microphone or camera only to pages with https. Open the page with https, or keep chatting.',
  farKnows: (far) => `${far} cannot hear you and knows why. The chat goes on.`,
  callGoesOn: (far) => `The audio call goes on: you and ${far} still hear each other.`,
  soundBlocked: (far) => `You cannot hear ${far} yet`,
  soundBlockedWhy: 'Your browser plays no sound before you press something.',
  inAnotherCall: 'You are already in a call',
  inAnotherCallWhy: 'End the other call first, then try again.',
  idTaken: 'This chat is open somewhere else',
  idTakenWhy:
    'Another tab or window already uses it. Close that one: this page takes over by itself.',
  openElsewhere: 'This chat is open in another tab',
  openElsewhereWhy:
    'One tab at a time carries it. If you use it here, a call goes on here with your camera off, and the other tab stops.',
  useHere: 'Use here',
  noPath: (far) => `${far} cannot be reached from this network`,
  noPathWhy:
    'Your network, or the one at the other end, lets nothing through. Try another network, for instance your phone’s.',
  unsupported: 'This browser cannot make calls',
  unsupportedWhy: 'It has no WebRTC. Use a current browser, or keep chatting.',
  setup: 'Calls are not set up on this page',
  setupWhy: 'The site’s owner finds the reason in the browser’s console. Chatting is not affected.',
};
