import { enConversation } from './en-conversation.js';
import type { Terms } from './terms.js';

const corners = {
  'top-left': 'In alto a sinistra',
  'top-right': 'In alto a destra',
  'bottom-left': 'In basso a sinistra',
  'bottom-right': 'In basso a destra',
};

// No `di`, `a` or `da` before a name: they would have to melt into an article.
// `La`, `Suo` with a capital: without it they could be the other person's.
export const it: Terms = {
  ...enConversation, // not yet translated
  $code: 'it',
  $name: 'Italiano',
  $dir: 'ltr',

  theAgent: 'l’assistenza',
  theVisitor: 'la persona in chat',
  you: 'Lei',

  asSentence: (title) => `${title}.`,
  paragraph: (sentences) => sentences.join(' '),

  chat: 'Chat',
  conversation: 'Conversazione',
  call: 'Chiamata',
  callControls: 'Controlli della chiamata',

  startCall: 'Avvia chiamata audio',
  acceptCall: 'Accetta la chiamata',
  callingCancel: (far) => `Chiamata in corso: ${far}, premere per annullare`,
  showControls: 'In chiamata, mostra i controlli',
  microphone: 'Microfono',
  camera: 'Videocamera',
  endCall: 'Termina chiamata',
  cancelCall: 'Annulla chiamata',
  accept: 'Accetta',
  decline: 'Rifiuta',
  waitingForBrowser: 'Un momento…',
  silence: 'Silenzia la suoneria',
  tryAgain: 'Riprova',
  keepChatting: 'Continua in chat',
  hearNow: (far) => `Ascolta ${far}`,
  movePicture: 'Sposta la propria immagine',
  corner: (where) => corners[where],

  noSession: 'Questo comando non fa parte di alcuna chat',
  noChat: 'Nessuna chat attiva',
  notHere: (far) => `${far} non è ancora qui`,
  chatConnecting: 'Connessione alla chat…',
  chatLost: (far) => `${far} al momento non è in linea`,
  voipOff: 'Le chiamate sono disattivate',
  callFirst: 'Avviare prima una chiamata audio',
  noCallNow: 'Nessuna chiamata da terminare',
  askingMicrophone: 'Richiesta del microfono',
  startingCamera: 'Avvio della videocamera',

  calling: (far) => `Chiamata in corso: ${far}…`,
  incoming: (far) => `${far} La sta chiamando`,
  connecting: 'Connessione…',
  inCallWith: (far) => `In chiamata con ${far}`,
  reconnecting: 'Riconnessione…',
  audioCall: 'Chiamata audio',

  browserMayAsk: (far) =>
    `Il browser potrebbe chiederLe il microfono. La Sua videocamera resta spenta. ${far} non La sente ancora.`,
  hearSoon: (far) => `Tra un momento Lei e ${far} potrete sentirvi.`,
  bothHear: (far) => `Lei e ${far} potete sentirvi.`,
  bothSeeAndHear: (far) => `Lei e ${far} potete vedervi e sentirvi.`,
  farSeesAndHearsYou: (far) => `${far} La vede e La sente.`,
  farHearsYou: (far) => `${far} La sente.`,
  farOnlyHearsYou: (far) => `${far} La sente soltanto.`,
  youAreMuted: (far) => `Il Suo microfono è disattivato: ${far} non La sente.`,
  youAreMutedAndSeen: (far) => `Il Suo microfono è disattivato: ${far} La vede e non La sente.`,
  youSeeAndHear: (far) => `Lei vede e sente ${far}.`,
  youHear: (far) => `Lei sente ${far}.`,
  farMuted: (far) => `${far} ha il microfono disattivato: Lei non sente ${far}.`,
  farMutedAndSeen: (far) =>
    `${far} ha il microfono disattivato: Lei vede ${far} e non sente nulla.`,
  noCamera: 'Nessuna videocamera è accesa.',
  mayNotHear: (far) =>
    `${far} forse non La vede o non La sente in questo momento. Può continuare a scrivere.`,

  ifYouAccept: 'Se accetta, il browser potrebbe chiederLe il microfono, poi potrete sentirvi.',
  browserAsksNow: (far) =>
    `Il browser Le chiede il microfono. Scelga «Consenti», così ${far} potrà sentirLa.`,
  cameraStaysOff: 'La Sua videocamera resta spenta finché non la accende Lei.',

  farCameraOff: (far) => `${far} non trasmette immagini`,
  ownInCorner: 'La Sua immagine è nell’angolo.',
  farPicture: (far) => `Immagine trasmessa: ${far}`,
  ownPicture: 'La Sua immagine, allo specchio',

  endedBySelf: (duration) => `Ha terminato la chiamata dopo ${duration}.`,
  endedByFar: (far, duration) => `${far} ha terminato la chiamata dopo ${duration}.`,
  devicesOff: 'Il Suo microfono e la Sua videocamera sono spenti.',
  declinedByFar: (far) => `${far} ha rifiutato la chiamata.`,
  declinedBySelf: (far) => `Ha rifiutato la chiamata. ${far} lo sa.`,
  cancelledBySelf: 'Ha annullato la chiamata.',
  cancelledByFar: (far) => `${far} ha annullato la chiamata.`,
  noAnswer: (far) => `${far} non risponde.`,
  missed: (far) => `Chiamata persa: ${far}.`,
  busy: (far) => `${far} è già in un’altra chiamata.`,
  calledWhileBusy: (far) => `${far} ha chiamato mentre Lei era in un’altra chiamata.`,
  farMicBlocked: (far) => `La chiamata non è iniziata: ${far} ha il microfono bloccato.`,
  farNoMicrophone: (far) => `La chiamata non è iniziata: ${far} non ha un microfono funzionante.`,
  ownMicBlocked: 'La chiamata non è iniziata: il Suo microfono è bloccato.',
  ownNoMicrophone: 'La chiamata non è iniziata: non c’è un microfono funzionante.',
  unreachable: (far) => `Impossibile raggiungere ${far}.`,
  connectionLost: (far, duration) => `La connessione con ${far} si è interrotta dopo ${duration}.`,
  sessionEnded: 'La chiamata è terminata perché la chat o le chiamate sono state disattivate.',
  chatOpen: (far) => `È in chat con ${far}.`,

  micBlocked: 'Il Suo microfono è bloccato',
  micBlockedWhy: 'La chiamata non è iniziata perché questa pagina non può usare il Suo microfono.',
  micBlockedSteps:
    'Apra le impostazioni del sito accanto all’indirizzo.\nImposti il microfono su «Consenti».\nTorni qui e riprovi.',
  micMissing: 'Nessun microfono trovato',
  micMissingWhy: 'Colleghi un microfono o delle cuffie, poi riprovi.',
  micBusy: 'Il Suo microfono è occupato',
  micBusyWhy: 'Lo usa un’altra applicazione. La chiuda, poi riprovi.',
  micFailed: 'Il Suo microfono non si è avviato',
  micFailedWhy: 'Il browser non è riuscito ad aprire il microfono. Riprovi o riavvii il browser.',
  cameraBlocked: 'La Sua videocamera è bloccata',
  cameraBlockedWhy: 'Questa pagina non può usare la Sua videocamera.',
  cameraBlockedSteps:
    'Apra le impostazioni del sito accanto all’indirizzo.\nImposti la videocamera su «Consenti».\nTorni qui e riprovi.',
  cameraMissing: 'Nessuna videocamera trovata',
  cameraMissingWhy: 'Colleghi una videocamera, poi riprovi.',
  cameraBusy: 'La Sua videocamera è occupata',
  cameraBusyWhy: 'La usa un’altra applicazione. La chiuda, poi riprovi.',
  cameraFailed: 'La Sua videocamera non si è avviata',
  cameraFailedWhy:
    'Il browser non è riuscito ad aprire la videocamera. Riprovi o riavvii il browser.',
  pageForbids: 'Questa pagina non lo permette',
  pageForbidsWhy:
    'La pagina che contiene questa chat vieta il microfono o la videocamera. Apra la chat in una finestra propria o continui in chat.',
  insecurePage: 'Questa pagina non è sicura',
  insecurePageWhy:
    'I browser concedono microfono e videocamera solo alle pagine con https. Apra la pagina con https o continui in chat.',
  farKnows: (far) => `${far} non La sente e sa perché. La chat continua.`,
  callGoesOn: (far) => `La chiamata audio continua: Lei e ${far} potete ancora sentirvi.`,
  soundBlocked: (far) => `Non sente ancora ${far}`,
  soundBlockedWhy: 'Il browser non riproduce alcun suono finché non preme qualcosa.',
  inAnotherCall: 'È già in una chiamata',
  inAnotherCallWhy: 'Termini prima l’altra chiamata, poi riprovi.',
  serverUnreachable: 'La chat non riesce a connettersi',
  serverUnreachableWhy:
    'Il server non risponde. I tentativi continuano; controlli la connessione a Internet.',
  idTaken: 'Questa chat è aperta altrove',
  idTakenWhy: 'La usa già un’altra scheda o finestra. La chiuda: questa pagina subentra da sola.',
  noPath: (far) => `${far} non è raggiungibile da questa rete`,
  noPathWhy:
    'La Sua rete, o quella all’altro capo, non lascia passare nulla. Provi un’altra rete, per esempio quella del telefono.',
  unsupported: 'Questo browser non permette chiamate',
  unsupportedWhy: 'Non ha WebRTC. Usi un browser aggiornato o continui in chat.',
  setup: 'Le chiamate non sono configurate in questa pagina',
  setupWhy:
    'Chi gestisce il sito trova il motivo nella console del browser. La chat funziona normalmente.',
};
