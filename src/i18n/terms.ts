/** What a language is called, and which way it runs. */
export interface Language {
  /** BCP 47, such as `de` or `pt-BR`. */
  readonly $code: string;
  /** In the language itself. */
  readonly $name: string;
  readonly $dir: 'ltr' | 'rtl';
}

/** What controls say before a chat is active. */
export interface ControlTerms {
  readonly theAgent: string;
  readonly theVisitor: string;
  readonly you: string;

  // Controls
  readonly startCall: string;
  readonly acceptCall: string;
  readonly callingCancel: (far: string) => string;
  readonly showControls: string;
  readonly microphone: string;
  readonly camera: string;
  readonly endCall: string;
  readonly cancelCall: string;

  // Why a control cannot be used now
  readonly noSession: string;
  readonly noChat: string;
  readonly notHere: (far: string) => string;
  readonly chatConnecting: string;
  readonly chatLost: (far: string) => string;
  readonly voipOff: string;
  readonly callFirst: string;
  readonly noCallNow: string;
  readonly askingMicrophone: string;
  readonly startingCamera: string;

  // Status: titles
  readonly incoming: (far: string) => string;

  // Problems: title, why, what next
  readonly serverUnreachable: string;
  readonly serverUnreachableWhy: string;
}

/** What there is to say in a chat and of its calls. */
export interface CallTerms {
  // How sentences are made
  /** What has no full stop, such as a title, with one. */
  readonly asSentence: (title: string) => string;
  readonly paragraph: (sentences: readonly string[]) => string;

  // Ready-made panels
  readonly chat: string;
  readonly conversation: string;
  readonly call: string;
  readonly callControls: string;

  // Controls
  readonly accept: string;
  readonly decline: string;
  readonly waitingForBrowser: string;
  readonly silence: string;
  readonly movePicture: string;
  readonly corner: (where: 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right') => string;

  // Why a control cannot be used now
  readonly cameraMissing: string;

  // Status: titles
  readonly calling: (far: string) => string;
  readonly connecting: string;
  readonly inCallWith: (far: string) => string;
  readonly reconnecting: string;
  readonly audioCall: string;

  // Status: who sees and hears whom
  readonly browserMayAsk: (far: string) => string;
  readonly hearSoon: (far: string) => string;
  readonly bothHear: (far: string) => string;
  readonly bothSeeAndHear: (far: string) => string;
  readonly farSeesAndHearsYou: (far: string) => string;
  readonly farHearsYou: (far: string) => string;
  readonly farOnlyHearsYou: (far: string) => string;
  readonly youAreMuted: (far: string) => string;
  readonly youAreMutedAndSeen: (far: string) => string;
  readonly youSeeAndHear: (far: string) => string;
  readonly youHear: (far: string) => string;
  readonly farMuted: (far: string) => string;
  readonly farMutedAndSeen: (far: string) => string;
  readonly noCamera: string;
  readonly mayNotHear: (far: string) => string;

  // Incoming call: what accepting does
  readonly ifYouAccept: string;
  readonly browserAsksNow: (far: string) => string;
  readonly cameraStaysOff: string;

  // Stage
  readonly farCameraOff: (far: string) => string;
  readonly ownInCorner: string;
  readonly farPicture: (far: string) => string;
  readonly ownPicture: string;
  /** On the own picture, while it is not sent because the network is too slow. */
  readonly paused: string;

  // How a call ended
  readonly endedBySelf: (duration: string) => string;
  readonly endedByFar: (far: string, duration: string) => string;
  readonly devicesOff: string;
  readonly declinedByFar: (far: string) => string;
  readonly declinedBySelf: (far: string) => string;
  readonly cancelledBySelf: string;
  readonly cancelledByFar: (far: string) => string;
  readonly noAnswer: (far: string) => string;
  readonly missed: (far: string) => string;
  readonly busy: (far: string) => string;
  readonly calledWhileBusy: (far: string) => string;
  readonly farMicBlocked: (far: string) => string;
  readonly farNoMicrophone: (far: string) => string;
  readonly ownMicBlocked: string;
  readonly ownNoMicrophone: string;
  readonly unreachable: (far: string) => string;
  readonly connectionLost: (far: string, duration: string) => string;
  readonly sessionEnded: string;
  readonly chatOpen: (far: string) => string;
}

/** What there is to say of the path of a call. The best level is 5. */
export interface NetworkTerms {
  readonly ownNetwork: (level: 1 | 2 | 3 | 4 | 5) => string;
  readonly farNetwork: (far: string, level: 1 | 2 | 3 | 4 | 5) => string;
  /** The call is reconnecting, and has been for a while: what can be done. */
  readonly takesLong: string;
  /** The own camera is on, and its picture is not sent for now. */
  readonly pictureHeld: (far: string) => string;
}

/** What there is to say of a problem: title, why, what next. */
export interface ProblemTerms {
  readonly tryAgain: string;
  readonly keepChatting: string;
  readonly hearNow: (far: string) => string;

  readonly micBlocked: string;
  readonly micBlockedWhy: string;
  readonly micMissing: string;
  readonly micMissingWhy: string;
  readonly micBusy: string;
  readonly micBusyWhy: string;
  readonly micFailed: string;
  readonly micFailedWhy: string;
  readonly cameraBlocked: string;
  readonly cameraBlockedWhy: string;
  readonly cameraMissingWhy: string;
  readonly cameraBusy: string;
  readonly cameraBusyWhy: string;
  readonly cameraFailed: string;
  readonly cameraFailedWhy: string;
  readonly pageForbids: string;
  readonly pageForbidsWhy: string;
  readonly insecurePage: string;
  readonly insecurePageWhy: string;
  readonly farKnows: (far: string) => string;
  readonly callGoesOn: (far: string) => string;
  readonly soundBlocked: (far: string) => string;
  readonly soundBlockedWhy: string;
  readonly inAnotherCall: string;
  readonly inAnotherCallWhy: string;
  readonly serverBusy: string;
  readonly serverBusyWhy: string;
  readonly notLetIn: string;
  readonly notLetInWhy: string;
  /** The title is `serverUnreachable`. */
  readonly noTicketWhy: string;
  readonly sessionOver: string;
  readonly sessionOverWhy: string;
  readonly idTaken: string;
  readonly idTakenWhy: string;
  readonly openElsewhere: string;
  readonly openElsewhereWhy: string;
  readonly useHere: string;
  readonly noPath: (far: string) => string;
  readonly noPathWhy: string;
  readonly flooded: (far: string) => string;
  readonly floodedWhy: string;
  readonly unsupported: string;
  readonly unsupportedWhy: string;
  readonly setup: string;
  readonly setupWhy: string;

  // A visitor waits for an agent
  /** `count` is the place in the queue, 2 or more. */
  readonly inQueue: (count: number) => string;
  readonly nextInQueue: string;
  readonly nobodyHere: string;
  readonly nobodyHereWhy: string;

  // How to allow a device again: where, what, then. `device` is “Microphone” or “Camera”, as the browser calls it
  readonly settingsInChrome: string;
  readonly settingsInEdge: string;
  readonly settingsInFirefox: string;
  readonly settingsInSafari: string;
  readonly settingsOnAndroid: string;
  readonly settingsOnIphone: string;
  readonly settingsElsewhere: string;
  readonly switchOn: (device: string) => string;
  readonly setToAllow: (device: string) => string;
  readonly removeBlock: (device: string) => string;
  readonly comeBack: string;
  readonly allowWhenAsked: string;

  // The operating system, the browser’s question, a device in a call
  readonly systemBlocks: string;
  readonly systemBlocksWhy: (device: string) => string;
  readonly systemSettings: string;
  readonly letBrowserUse: (device: string) => string;
  readonly questionClosed: string;
  readonly questionClosedWhy: (device: string) => string;
  readonly unanswered: string;
  readonly unansweredWhy: (device: string) => string;
  readonly unansweredSteps: string;
  readonly micReplaced: string;
  /** `device` is the name of the one that is used now. */
  readonly micReplacedWhy: (device: string) => string;
  readonly micPaused: string;
  readonly cameraPaused: string;
  readonly pausedWhy: string;
  readonly micSilent: (far: string) => string;
  readonly micSilentWhy: string;
  readonly micSilentSteps: string;
  readonly cameraStopped: string;
  readonly cameraStoppedWhy: string;
  readonly farPaused: (far: string) => string;
}

/** What there is to say in a conversation: messages, files, its end. */
export interface ConversationTerms {
  // Writing
  readonly messageTo: (far: string) => string;
  readonly writeMessage: string;
  readonly send: string;
  readonly attach: string;
  readonly dropHere: string;
  readonly removeFile: (name: string) => string;
  /** `over` is how many characters are too many. */
  readonly tooLong: (over: number) => string;
  readonly charactersLeft: (left: number) => string;
  readonly farSeesTyping: (far: string) => string;
  readonly noWritingNow: string;
  readonly chatQueued: string;

  // Why a file is not taken; `most` is a size such as “10 MB”
  readonly fileTooLarge: (name: string, most: string) => string;
  readonly fileEmpty: (name: string) => string;
  readonly fileTypeRefused: (name: string) => string;
  readonly fileDisguised: (name: string) => string;
  readonly tooManyFiles: (most: number) => string;

  // Files on their way; sizes such as “2.1 MB”, parts such as “62 %”
  readonly farOffers: (far: string, size: string) => string;
  readonly fileFrom: (far: string, size: string) => string;
  readonly fileSending: (part: string, size: string) => string;
  readonly fileComing: (part: string, size: string) => string;
  readonly fileWaits: (size: string) => string;
  readonly farHasNotTaken: (far: string, size: string) => string;
  readonly fileSent: (size: string) => string;
  readonly fileStopped: string;
  readonly fileGone: (far: string) => string;
  /** One's own file, which a reload has lost. */
  readonly fileGoneHere: string;
  readonly fileOverLimit: string;
  readonly fileNotUploaded: string;
  readonly fileNoRoom: string;
  readonly fileNotWhatItSays: string;
  /** Shown on the buttons that `takeFile` and `refuseFile` name: these contain them. */
  readonly take: string;
  readonly refuse: string;
  readonly takeFile: (name: string) => string;
  readonly refuseFile: (name: string) => string;
  readonly saveFile: (name: string) => string;
  readonly stopFile: (name: string) => string;
  readonly sendFileAgain: (name: string) => string;
  readonly showLarge: (name: string) => string;
  readonly closeLarge: string;
  readonly pictureCalled: (name: string) => string;

  // Messages
  readonly messageSending: string;
  readonly messageWaits: string;
  readonly messageSent: string;
  readonly messageDelivered: string;
  readonly messageRead: string;
  readonly messageFailed: string;
  readonly sendAgain: string;
  readonly discard: string;
  readonly messageUnknown: string;
  readonly showAll: string;
  readonly showLess: string;
  /** “Anna: Hello”, for a screen reader. */
  readonly says: (who: string, text: string) => string;
  readonly newMessages: (count: number) => string;
  readonly newMessagesFrom: (count: number, far: string) => string;
  readonly toNewest: string;
  readonly typing: (far: string) => string;
  readonly typingLive: (far: string) => string;
  readonly lettersLost: string;
  readonly notKept: string;
  readonly restoring: string;

  // What happened in between
  readonly callStarted: string;
  readonly callOver: (duration: string) => string;
  readonly callMissed: string;
  readonly ownCameraOn: string;
  readonly ownCameraOff: string;
  readonly farCameraWentOn: (far: string) => string;
  readonly farCameraWentOff: (far: string) => string;

  // The end
  readonly endChat: string;
  readonly endChatAsk: (far: string) => string;
  readonly endChatMeans: string;
  readonly goOnChatting: string;
  readonly chatEndedBySelf: (duration: string) => string;
  readonly chatEndedByFar: (far: string, duration: string) => string;
  readonly chatHasEnded: string;
  readonly keepCopy: string;
  readonly saveText: string;
  readonly savePage: string;
  readonly startAnew: string;
  readonly chatWith: (far: string) => string;
}

/**
 * Every word the kit says. `far` is the far side's name, or `theAgent` / `theVisitor`. Terms say who
 * sees and hears whom, in the present tense, without blame and without gender.
 */
export interface Terms
  extends Language, ControlTerms, CallTerms, NetworkTerms, ProblemTerms, ConversationTerms {}
