import { plural } from './plural.js';
import type { Terms } from './terms.js';

const corners = {
  'top-left': 'Oben links',
  'top-right': 'Oben rechts',
  'bottom-left': 'Unten links',
  'bottom-right': 'Unten rechts',
};

const newMessages = plural('de', { one: '# neue Nachricht', other: '# neue Nachrichten' });

const grades = { 1: 'sehr schwach', 2: 'schwach', 3: 'mäßig', 4: 'gut', 5: 'sehr gut' };

// Feminine, and never in the dative: so the article stays the same wherever a name could stand.
export const de: Terms = {
  $code: 'de',
  $name: 'Deutsch',
  $dir: 'ltr',

  theAgent: 'die Kundenbetreuung',
  theVisitor: 'die Person im Chat',
  you: 'Sie',

  asSentence: (title) => `${title}.`,
  paragraph: (sentences) => sentences.join(' '),

  chat: 'Chat',
  conversation: 'Unterhaltung',
  call: 'Anruf',
  callControls: 'Anrufsteuerung',

  startCall: 'Anruf starten',
  acceptCall: 'Anruf annehmen',
  callingCancel: (far) => `${far} wird angerufen, zum Abbrechen drücken`,
  showControls: 'Im Gespräch, Anrufsteuerung zeigen',
  microphone: 'Mikrofon',
  camera: 'Kamera',
  endCall: 'Auflegen',
  cancelCall: 'Anruf abbrechen',
  accept: 'Annehmen',
  decline: 'Ablehnen',
  waitingForBrowser: 'Moment…',
  silence: 'Klingeln stumm schalten',
  tryAgain: 'Erneut versuchen',
  keepChatting: 'Weiter chatten',
  hearNow: (far) => `${far} hören`,
  movePicture: 'Eigenes Bild verschieben',
  corner: (where) => corners[where],

  noSession: 'Diese Schaltfläche gehört zu keinem Chat',
  noChat: 'Zurzeit ist kein Chat geöffnet',
  notHere: (far) => `${far} ist noch nicht da`,
  chatConnecting: 'Der Chat wird verbunden…',
  chatLost: (far) => `${far} ist gerade nicht verbunden`,
  voipOff: 'Anrufe sind ausgeschaltet',
  callFirst: 'Zuerst einen Anruf starten',
  noCallNow: 'Es gibt keinen Anruf zu beenden',
  askingMicrophone: 'Das Mikrofon wird angefragt',
  startingCamera: 'Die Kamera wird gestartet',

  calling: (far) => `${far} wird angerufen…`,
  incoming: (far) => `${far} ruft Sie an`,
  connecting: 'Verbindung wird hergestellt…',
  inCallWith: (far) => `Im Gespräch: ${far}`,
  reconnecting: 'Verbindung wird wiederhergestellt…',
  audioCall: 'Audioanruf',

  inQueue: (count) => `Sie sind Nummer ${count} in der Warteschlange`,
  nextInQueue: 'Sie sind als Nächstes an der Reihe',
  nobodyHere: 'Gerade ist niemand da',
  nobodyHereWhy: 'Sie werden verbunden, sobald jemand kommt.',

  browserMayAsk: (far) =>
    `Ihr Browser fragt vielleicht nach Ihrem Mikrofon. Ihre Kamera bleibt aus. ${far} hört Sie noch nicht.`,
  hearSoon: (far) => `Gleich hören Sie und ${far} einander.`,
  bothHear: (far) => `Sie und ${far} hören einander.`,
  bothSeeAndHear: (far) => `Sie und ${far} sehen und hören einander.`,
  farSeesAndHearsYou: (far) => `${far} sieht und hört Sie.`,
  farHearsYou: (far) => `${far} hört Sie.`,
  farOnlyHearsYou: (far) => `${far} hört Sie nur.`,
  youAreMuted: (far) => `Sie sind stummgeschaltet: ${far} hört Sie nicht.`,
  youAreMutedAndSeen: (far) => `Sie sind stummgeschaltet: ${far} sieht Sie und hört Sie nicht.`,
  youSeeAndHear: (far) => `Sie sehen und hören ${far}.`,
  youHear: (far) => `Sie hören ${far}.`,
  farMuted: (far) => `${far} ist stummgeschaltet: Sie hören ${far} nicht.`,
  farMutedAndSeen: (far) => `${far} ist stummgeschaltet: Sie sehen ${far}, aber hören nichts.`,
  noCamera: 'Keine Kamera ist an.',
  mayNotHear: (far) =>
    `${far} sieht oder hört Sie gerade vielleicht nicht. Sie können weiter schreiben.`,

  ifYouAccept:
    'Wenn Sie annehmen, fragt Ihr Browser vielleicht nach Ihrem Mikrofon, dann hören Sie einander.',
  browserAsksNow: (far) =>
    `Ihr Browser fragt nach Ihrem Mikrofon. Wählen Sie „Zulassen“, damit ${far} Sie hört.`,
  cameraStaysOff: 'Ihre Kamera bleibt aus, bis Sie sie einschalten.',

  farCameraOff: (far) => `${far} sendet kein Bild`,
  ownInCorner: 'Ihr eigenes Bild sehen Sie in der Ecke.',
  farPicture: (far) => `Kamerabild: ${far}`,
  ownPicture: 'Ihr eigenes Bild, gespiegelt',

  endedBySelf: (duration) => `Sie haben den Anruf nach ${duration} beendet.`,
  endedByFar: (far, duration) => `${far} hat den Anruf nach ${duration} beendet.`,
  devicesOff: 'Ihr Mikrofon und Ihre Kamera sind aus.',
  declinedByFar: (far) => `${far} hat den Anruf abgelehnt.`,
  declinedBySelf: (far) => `Sie haben den Anruf abgelehnt. ${far} weiß es.`,
  cancelledBySelf: 'Sie haben den Anruf abgebrochen.',
  cancelledByFar: (far) => `${far} hat den Anruf abgebrochen.`,
  noAnswer: (far) => `${far} antwortet nicht.`,
  missed: (far) => `Verpasster Anruf: ${far}.`,
  busy: (far) => `${far} ist in einem anderen Gespräch.`,
  calledWhileBusy: (far) => `${far} hat angerufen, während Sie in einem anderen Gespräch waren.`,
  farMicBlocked: (far) =>
    `Der Anruf kam nicht zustande: ${far} kann das blockierte Mikrofon nicht verwenden.`,
  farNoMicrophone: (far) =>
    `Der Anruf kam nicht zustande: ${far} hat kein funktionierendes Mikrofon.`,
  ownMicBlocked: 'Der Anruf kam nicht zustande: Ihr Mikrofon ist blockiert.',
  ownNoMicrophone: 'Der Anruf kam nicht zustande: Es gibt kein funktionierendes Mikrofon.',
  unreachable: (far) => `${far} ist nicht zu erreichen.`,
  connectionLost: (far, duration) =>
    `Die Verbindung ist nach ${duration} abgerissen: ${far} ist nicht mehr zu erreichen.`,
  sessionEnded: 'Der Anruf ist beendet, weil der Chat oder die Anrufe ausgeschaltet wurden.',
  chatOpen: (far) => `${far} ist mit Ihnen im Chat.`,

  ownNetwork: (level) => `Ihre Verbindung ist ${grades[level]}`,
  farNetwork: (far, level) => `${far}: Verbindung ${grades[level]}`,
  takesLong: 'Das dauert länger. Sie können warten, auflegen oder weiter schreiben.',
  pictureHeld: (far) =>
    `Ihre Verbindung ist zu langsam für Ihr Bild: ${far} sieht es nicht. Es kommt von selbst wieder.`,
  paused: 'Pausiert',

  micBlocked: 'Ihr Mikrofon ist blockiert',
  micBlockedWhy:
    'Der Anruf kam nicht zustande, weil diese Seite Ihr Mikrofon nicht verwenden darf.',
  micMissing: 'Kein Mikrofon gefunden',
  micMissingWhy: 'Schließen Sie ein Mikrofon oder Headset an und versuchen Sie es erneut.',
  micBusy: 'Ihr Mikrofon ist belegt',
  micBusyWhy:
    'Eine andere Anwendung verwendet es. Schließen Sie diese und versuchen Sie es erneut.',
  micFailed: 'Ihr Mikrofon ist nicht gestartet',
  micFailedWhy:
    'Der Browser konnte das Mikrofon nicht öffnen. Versuchen Sie es erneut oder starten Sie den Browser neu.',
  cameraBlocked: 'Ihre Kamera ist blockiert',
  cameraBlockedWhy: 'Diese Seite darf Ihre Kamera nicht verwenden.',
  cameraMissing: 'Keine Kamera gefunden',
  cameraMissingWhy: 'Schließen Sie eine Kamera an und versuchen Sie es erneut.',
  cameraBusy: 'Ihre Kamera ist belegt',
  cameraBusyWhy:
    'Eine andere Anwendung verwendet sie. Schließen Sie diese und versuchen Sie es erneut.',
  cameraFailed: 'Ihre Kamera ist nicht gestartet',
  cameraFailedWhy:
    'Der Browser konnte die Kamera nicht öffnen. Versuchen Sie es erneut oder starten Sie den Browser neu.',
  pageForbids: 'Diese Seite erlaubt es nicht',
  pageForbidsWhy:
    'Die Seite, in die dieser Chat eingebettet ist, verbietet Mikrofon oder Kamera. Öffnen Sie den Chat in einem eigenen Fenster oder chatten Sie weiter.',
  insecurePage: 'Diese Seite ist nicht sicher',
  insecurePageWhy:
    'Browser geben Mikrofon und Kamera nur für Seiten mit https frei. Öffnen Sie die Seite mit https oder chatten Sie weiter.',
  settingsInChrome: 'Klicken Sie auf das Symbol am Anfang der Adressleiste.',
  settingsInEdge: 'Klicken Sie auf das Schloss am Anfang der Adressleiste.',
  settingsInFirefox: 'Klicken Sie auf das durchgestrichene Symbol am Anfang der Adressleiste.',
  settingsInSafari: 'Öffnen Sie das Menü „Safari“ und dort die Einstellungen für diese Website.',
  settingsOnAndroid:
    'Tippen Sie auf das Symbol am Anfang der Adressleiste, dann auf „Berechtigungen“.',
  settingsOnIphone:
    'Tippen Sie auf das Seitensymbol in der Adressleiste, dann auf die Website-Einstellungen.',
  settingsElsewhere: 'Öffnen Sie die Website-Einstellungen neben der Adresse.',
  switchOn: (device) => `Schalten Sie „${device}“ ein.`,
  setToAllow: (device) => `Stellen Sie „${device}“ auf „Zulassen“.`,
  removeBlock: (device) => `Drücken Sie auf das × neben „${device}“.`,
  comeBack: 'Kommen Sie zurück und versuchen Sie es erneut.',
  allowWhenAsked: 'Versuchen Sie es hier erneut und wählen Sie „Erlauben“, wenn der Browser fragt.',
  systemBlocks: 'Die Einstellungen Ihres Geräts erlauben es nicht',
  systemBlocksWhy: (device) =>
    `Die Einstellungen dieses Geräts geben „${device}“ nicht für den Browser frei.`,
  systemSettings: 'Öffnen Sie die Datenschutz-Einstellungen dieses Geräts.',
  letBrowserUse: (device) => `Erlauben Sie Ihrem Browser dort „${device}“.`,
  questionClosed: 'Sie haben die Frage des Browsers geschlossen',
  questionClosedWhy: (device) =>
    `Er hat nach „${device}“ gefragt. Versuchen Sie es erneut und wählen Sie „Zulassen“.`,
  unanswered: 'Ihr Browser hat nicht geantwortet',
  unansweredWhy: (device) => `Vielleicht fragt er Sie nach „${device}“, wo Sie es nicht sehen.`,
  unansweredSteps:
    'Suchen Sie bei der Adressleiste nach seiner Frage oder einem Symbol.\nWählen Sie „Zulassen“.\nGibt es keine Frage, laden Sie diese Seite neu und versuchen Sie es erneut.',
  micReplaced: 'Ihr Mikrofon wurde ausgesteckt',
  micReplacedWhy: (device) => `Jetzt wird „${device}“ verwendet.`,
  micPaused: 'Ihr Gerät hat Ihr Mikrofon angehalten',
  cameraPaused: 'Ihr Gerät hat Ihre Kamera angehalten',
  pausedWhy:
    'Der Grund ist vielleicht ein anderer Anruf oder ein Schalter am Gerät. Es geht von selbst weiter.',
  micSilent: (far) => `${far} hört Sie nicht`,
  micSilentWhy: 'Von Ihrem Mikrofon kommt überhaupt kein Ton.',
  micSilentSteps:
    'Suchen Sie am Headset oder an der Tastatur nach einem Stummschalter.\nPrüfen Sie in den Toneinstellungen, ob das richtige Mikrofon gewählt ist.',
  cameraStopped: 'Ihre Kamera hat aufgehört',
  cameraStoppedWhy:
    'Sie wurde ausgesteckt, oder der Browser hat sie weggenommen. Prüfen Sie die Kamera und versuchen Sie es erneut.',
  farPaused: (far) => `Bild angehalten: ${far}`,
  farKnows: (far) => `${far} hört Sie nicht und weiß, warum. Der Chat geht weiter.`,
  callGoesOn: (far) => `Der Audioanruf geht weiter: Sie und ${far} hören einander.`,
  soundBlocked: (far) => `Sie hören ${far} noch nicht`,
  soundBlockedWhy: 'Ihr Browser spielt keinen Ton ab, bevor Sie etwas drücken.',
  inAnotherCall: 'Sie sind bereits in einem Gespräch',
  inAnotherCallWhy: 'Beenden Sie zuerst das andere Gespräch und versuchen Sie es erneut.',
  serverUnreachable: 'Der Chat kann nicht verbunden werden',
  serverUnreachableWhy:
    'Der Server antwortet nicht. Es wird weiter versucht; prüfen Sie Ihre Internetverbindung.',
  serverBusy: 'Der Chat muss auf den Server warten',
  serverBusyWhy:
    'Der Server ist ausgelastet oder wird gewartet. Es wird weiter versucht; Sie müssen nichts tun.',
  notLetIn: 'Sie wurden nicht in diesen Chat gelassen',
  notLetInWhy:
    'Vielleicht sind Sie nicht mehr angemeldet, oder die Einladung ist abgelaufen. Melden Sie sich neu an oder laden Sie die Seite neu, und versuchen Sie es dann erneut.',
  noTicketWhy:
    'Mit dieser Seite stimmt etwas nicht. Es wird weiter versucht; den Grund findet, wer die Website betreibt, in der Konsole des Browsers.',
  sessionOver: 'Dieser Chat ist vorbei',
  sessionOverWhy:
    'Er wurde für beide Seiten geschlossen. Um weiterzumachen, beginnen Sie auf dieser Website einen neuen Chat.',
  idTaken: 'Dieser Chat ist woanders geöffnet',
  idTakenWhy:
    'Ein anderer Tab oder ein anderes Fenster verwendet ihn bereits. Schließen Sie das andere: Diese Seite übernimmt dann von selbst.',
  openElsewhere: 'Dieser Chat ist in einem anderen Tab geöffnet',
  openElsewhereWhy:
    'Er läuft nur in einem Tab. Wenn Sie ihn hier verwenden, geht ein Gespräch hier mit ausgeschalteter Kamera weiter, und der andere Tab hört auf.',
  useHere: 'Hier verwenden',
  noPath: (far) => `${far} ist aus diesem Netzwerk nicht zu erreichen`,
  noPathWhy:
    'Ihr Netzwerk oder das der Gegenseite lässt nichts durch. Versuchen Sie es mit einem anderen Netzwerk, zum Beispiel dem Ihres Smartphones.',
  flooded: (far) => `Zu viele Nachrichten auf einmal von ${far}`,
  floodedWhy:
    'Der Chat pausiert kurz und verbindet sich von selbst wieder. Keine Nachricht geht verloren.',
  unsupported: 'Dieser Browser kann nicht anrufen',
  unsupportedWhy:
    'Ihm fehlt WebRTC. Verwenden Sie einen aktuellen Browser oder chatten Sie weiter.',
  setup: 'Anrufe sind auf dieser Seite nicht eingerichtet',
  setupWhy:
    'Den Grund findet, wer die Website betreibt, in der Konsole des Browsers. Der Chat funktioniert weiter.',

  messageTo: (far) => `Nachricht an ${far}`,
  writeMessage: 'Nachricht schreiben',
  send: 'Senden',
  attach: 'Datei anhängen',
  dropHere: 'Dateien zum Anhängen hier ablegen',
  removeFile: (name) => `${name} entfernen`,
  tooLong: plural('de', { other: '# Zeichen zu lang' }),
  charactersLeft: plural('de', { other: 'Noch # Zeichen' }),
  farSeesTyping: (far) => `${far} sieht schon beim Tippen, was Sie schreiben.`,
  noWritingNow: 'Zurzeit ist kein Chat geöffnet',
  chatQueued: 'Der Chat beginnt, wenn Sie an der Reihe sind.',

  fileTooLarge: (name, most) => `${name} ist zu groß: höchstens ${most}.`,
  fileEmpty: (name) => `${name} ist leer.`,
  fileTypeRefused: (name) => `${name} ist von einer Art, die hier nicht angenommen wird.`,
  fileDisguised: (name) =>
    `Der Inhalt von ${name} passt nicht zum Namen, deshalb wurde die Datei nicht angehängt.`,
  tooManyFiles: plural('de', {
    one: 'Nur eine Datei auf einmal.',
    other: 'Höchstens # Dateien auf einmal.',
  }),

  farOffers: (far, size) => `${far} möchte Ihnen diese Datei senden, ${size}`,
  fileFrom: (far, size) => `${size} · ${far}`,
  fileSending: (part, size) => `Wird gesendet, ${part} von ${size}`,
  fileComing: (part, size) => `Wird empfangen, ${part} von ${size}`,
  fileWaits: (size) => `${size} · geht weiter, sobald die Verbindung wieder steht`,
  farHasNotTaken: (far, size) => `${size} · ${far} hat die Datei noch nicht angenommen`,
  fileSent: (size) => `${size} · gesendet`,
  fileStopped: 'Abgebrochen',
  fileGone: (far) => `${far} hat diese Datei nicht mehr`,
  fileGoneHere: 'Die Datei ist nicht mehr hier. Hängen Sie sie noch einmal an, um sie zu senden.',
  fileOverLimit: 'Nicht angenommen: größer als erlaubt',
  fileNotUploaded: 'Nicht gesendet: Das Hochladen ist nicht gelungen',
  fileNoRoom: 'Nicht angenommen: Auf diesem Gerät ist nicht genug Platz',
  fileNotWhatItSays: 'Der Inhalt passt nicht zum Namen: nur öffnen, wenn Sie der Datei vertrauen',
  take: 'Annehmen',
  refuse: 'Ablehnen',
  takeFile: (name) => `${name} annehmen`,
  refuseFile: (name) => `${name} ablehnen`,
  saveFile: (name) => `${name} speichern`,
  stopFile: (name) => `Übertragung abbrechen: ${name}`,
  sendFileAgain: (name) => `${name} erneut senden`,
  showLarge: (name) => `${name} groß anzeigen`,
  closeLarge: 'Schließen',
  pictureCalled: (name) => `Bild: ${name}`,

  messageSending: 'Wird gesendet…',
  messageWaits: 'Wird gesendet, sobald die Verbindung wieder steht',
  messageSent: 'Gesendet',
  messageDelivered: 'Zugestellt',
  messageRead: 'Gelesen',
  messageFailed: 'Nicht gesendet',
  sendAgain: 'Erneut senden',
  discard: 'Löschen',
  messageUnknown: 'Eine Nachricht, die diese Version nicht anzeigen kann',
  showAll: 'Alles anzeigen',
  showLess: 'Weniger anzeigen',
  says: (who, text) => `${who}: ${text}`,
  newMessages,
  newMessagesFrom: (count, far) => `${newMessages(count)}: ${far}`,
  toNewest: 'Zur neuesten Nachricht',
  typing: (far) => `${far} schreibt`,
  typingLive: (far) => `${far} schreibt dies gerade`,
  lettersLost: 'Einige Buchstaben sind unterwegs verloren gegangen',
  notKept:
    'Diese Unterhaltung kann hier nicht aufbewahrt werden: Nach einem Neuladen der Seite ist sie vielleicht weg.',
  restoring: 'Die Unterhaltung wird wiederhergestellt…',

  callStarted: 'Audioanruf gestartet',
  callOver: (duration) => `Anruf beendet, ${duration}`,
  callMissed: 'Anruf nicht angenommen',
  ownCameraOn: 'Sie haben die Kamera eingeschaltet',
  ownCameraOff: 'Sie haben die Kamera ausgeschaltet',
  farCameraWentOn: (far) => `${far} hat die Kamera eingeschaltet`,
  farCameraWentOff: (far) => `${far} hat die Kamera ausgeschaltet`,

  endChat: 'Chat beenden',
  endChatAsk: (far) => `Den Chat für Sie und ${far} beenden?`,
  endChatMeans: 'Er endet auf beiden Seiten, ein laufender Anruf ebenfalls.',
  goOnChatting: 'Weiter chatten',
  chatEndedBySelf: (duration) => `Sie haben den Chat nach ${duration} beendet`,
  chatEndedByFar: (far, duration) => `${far} hat den Chat nach ${duration} beendet`,
  chatHasEnded: 'Der Chat ist beendet',
  keepCopy:
    'Diese Seite bewahrt nichts davon auf. Speichern Sie eine Kopie, wenn Sie eine möchten.',
  saveText: 'Als Text speichern',
  savePage: 'Als Webseite speichern',
  startAnew: 'Neuen Chat starten',
  chatWith: (far) => `Chat: ${far}`,
};
