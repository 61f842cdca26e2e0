import { enConversation } from './en-conversation.js';
import type { Terms } from './terms.js';

const corners = {
  'top-left': 'Linksboven',
  'top-right': 'Rechtsboven',
  'bottom-left': 'Linksonder',
  'bottom-right': 'Rechtsonder',
};

export const nl: Terms = {
  ...enConversation, // not yet translated
  $code: 'nl',
  $name: 'Nederlands',
  $dir: 'ltr',

  theAgent: 'de klantenservice',
  theVisitor: 'de bezoeker',
  you: 'U',

  asSentence: (title) => `${title}.`,
  paragraph: (sentences) => sentences.join(' '),

  chat: 'Chat',
  conversation: 'Gesprek',
  call: 'Oproep',
  callControls: 'Oproepbediening',

  startCall: 'Audiogesprek starten',
  acceptCall: 'Oproep aannemen',
  callingCancel: (far) => `${far} wordt gebeld, druk om te annuleren`,
  showControls: 'In gesprek, oproepbediening tonen',
  microphone: 'Microfoon',
  camera: 'Camera',
  endCall: 'Ophangen',
  cancelCall: 'Oproep annuleren',
  accept: 'Aannemen',
  decline: 'Weigeren',
  waitingForBrowser: 'Een moment…',
  silence: 'Beltoon dempen',
  tryAgain: 'Opnieuw proberen',
  keepChatting: 'Doorgaan met chatten',
  hearNow: (far) => `${far} horen`,
  movePicture: 'Uw beeld verplaatsen',
  corner: (where) => corners[where],

  noSession: 'Deze knop hoort niet bij een chat',
  noChat: 'Er is geen actieve chat',
  notHere: (far) => `${far} is er nog niet`,
  chatConnecting: 'Verbinding maken met de chat…',
  chatLost: (far) => `${far} is op dit moment niet verbonden`,
  voipOff: 'Bellen is uitgeschakeld',
  callFirst: 'Start eerst een audiogesprek',
  noCallNow: 'Er is geen gesprek om te beëindigen',
  askingMicrophone: 'De microfoon wordt gevraagd',
  startingCamera: 'De camera wordt gestart',

  calling: (far) => `${far} wordt gebeld…`,
  incoming: (far) => `${far} belt u`,
  connecting: 'Verbinding maken…',
  inCallWith: (far) => `In gesprek met ${far}`,
  reconnecting: 'Opnieuw verbinding maken…',
  audioCall: 'Audiogesprek',

  browserMayAsk: (far) =>
    `Uw browser vraagt misschien om uw microfoon. Uw camera blijft uit. ${far} kan u nog niet horen.`,
  hearSoon: (far) => `U en ${far} horen elkaar zo meteen.`,
  bothHear: (far) => `U en ${far} horen elkaar.`,
  bothSeeAndHear: (far) => `U en ${far} zien en horen elkaar.`,
  farSeesAndHearsYou: (far) => `${far} kan u zien en horen.`,
  farHearsYou: (far) => `${far} kan u horen.`,
  farOnlyHearsYou: (far) => `${far} kan u alleen horen.`,
  youAreMuted: (far) => `Uw microfoon is gedempt: ${far} kan u niet horen.`,
  youAreMutedAndSeen: (far) => `Uw microfoon is gedempt: ${far} kan u wel zien en niet horen.`,
  youSeeAndHear: (far) => `U kunt ${far} zien en horen.`,
  youHear: (far) => `U kunt ${far} horen.`,
  farMuted: (far) => `De microfoon van ${far} is gedempt: u kunt ${far} niet horen.`,
  farMutedAndSeen: (far) =>
    `De microfoon van ${far} is gedempt: u kunt ${far} wel zien en niet horen.`,
  noCamera: 'Er staat geen camera aan.',
  mayNotHear: (far) =>
    `${far} kan u op dit moment misschien niet zien of horen. U kunt blijven typen.`,

  ifYouAccept:
    'Als u aanneemt, vraagt uw browser misschien om uw microfoon, daarna kunt u elkaar horen.',
  browserAsksNow: (far) =>
    `Uw browser vraagt om uw microfoon. Kies ‘Toestaan’ zodat ${far} u kan horen.`,
  cameraStaysOff: 'Uw camera blijft uit totdat u die aanzet.',

  farCameraOff: (far) => `De camera van ${far} staat uit`,
  ownInCorner: 'U ziet uw eigen beeld in de hoek.',
  farPicture: (far) => `Beeld van de camera van ${far}`,
  ownPicture: 'Uw eigen beeld, gespiegeld',

  endedBySelf: (duration) => `U hebt het gesprek beëindigd na ${duration}.`,
  endedByFar: (far, duration) => `${far} heeft het gesprek beëindigd na ${duration}.`,
  devicesOff: 'Uw microfoon en camera staan uit.',
  declinedByFar: (far) => `${far} heeft de oproep geweigerd.`,
  declinedBySelf: (far) => `U hebt de oproep geweigerd. ${far} weet dat.`,
  cancelledBySelf: 'U hebt de oproep geannuleerd.',
  cancelledByFar: (far) => `${far} heeft de oproep geannuleerd.`,
  noAnswer: (far) => `Geen antwoord van ${far}.`,
  missed: (far) => `Gemiste oproep van ${far}.`,
  busy: (far) => `${far} is in een ander gesprek.`,
  calledWhileBusy: (far) => `${far} belde terwijl u in een ander gesprek was.`,
  farMicBlocked: (far) => `Het gesprek is niet begonnen: de microfoon van ${far} is geblokkeerd.`,
  farNoMicrophone: (far) => `Het gesprek is niet begonnen: ${far} heeft geen werkende microfoon.`,
  ownMicBlocked: 'Het gesprek is niet begonnen: uw microfoon is geblokkeerd.',
  ownNoMicrophone: 'Het gesprek is niet begonnen: er is geen werkende microfoon.',
  unreachable: (far) => `${far} is niet te bereiken.`,
  connectionLost: (far, duration) => `De verbinding met ${far} is na ${duration} weggevallen.`,
  sessionEnded: 'Het gesprek is beëindigd omdat de chat of het bellen is uitgeschakeld.',
  chatOpen: (far) => `U chat met ${far}.`,

  micBlocked: 'Uw microfoon is geblokkeerd',
  micBlockedWhy: 'Het gesprek is niet begonnen omdat deze pagina uw microfoon niet mag gebruiken.',
  micBlockedSteps:
    'Open de site-instellingen naast het adres.\nZet de microfoon op ‘Toestaan’.\nKom terug en probeer het opnieuw.',
  micMissing: 'Geen microfoon gevonden',
  micMissingWhy: 'Sluit een microfoon of headset aan en probeer het opnieuw.',
  micBusy: 'Uw microfoon is bezet',
  micBusyWhy: 'Een andere toepassing gebruikt de microfoon. Sluit die en probeer het opnieuw.',
  micFailed: 'Uw microfoon is niet gestart',
  micFailedWhy:
    'De browser kon de microfoon niet openen. Probeer het opnieuw of start de browser opnieuw op.',
  cameraBlocked: 'Uw camera is geblokkeerd',
  cameraBlockedWhy: 'Deze pagina mag uw camera niet gebruiken.',
  cameraBlockedSteps:
    'Open de site-instellingen naast het adres.\nZet de camera op ‘Toestaan’.\nKom terug en probeer het opnieuw.',
  cameraMissing: 'Geen camera gevonden',
  cameraMissingWhy: 'Sluit een camera aan en probeer het opnieuw.',
  cameraBusy: 'Uw camera is bezet',
  cameraBusyWhy: 'Een andere toepassing gebruikt de camera. Sluit die en probeer het opnieuw.',
  cameraFailed: 'Uw camera is niet gestart',
  cameraFailedWhy:
    'De browser kon de camera niet openen. Probeer het opnieuw of start de browser opnieuw op.',
  pageForbids: 'Deze pagina staat het niet toe',
  pageForbidsWhy:
    'De pagina waarop deze chat staat, verbiedt de microfoon of de camera. Open de chat in een eigen venster of blijf chatten.',
  insecurePage: 'Deze pagina is niet veilig',
  insecurePageWhy:
    'Browsers geven alleen pagina’s met https een microfoon of camera. Open de pagina met https of blijf chatten.',
  farKnows: (far) => `${far} kan u niet horen en weet waarom. De chat gaat door.`,
  callGoesOn: (far) => `Het audiogesprek gaat door: u en ${far} kunnen elkaar nog horen.`,
  soundBlocked: (far) => `U kunt ${far} nog niet horen`,
  soundBlockedWhy: 'Uw browser speelt geen geluid af voordat u ergens op drukt.',
  inAnotherCall: 'U bent al in gesprek',
  inAnotherCallWhy: 'Beëindig eerst het andere gesprek en probeer het opnieuw.',
  serverUnreachable: 'De chat kan geen verbinding maken',
  serverUnreachableWhy:
    'De server antwoordt niet. We blijven het proberen; controleer uw internetverbinding.',
  idTaken: 'Deze chat is ergens anders geopend',
  idTakenWhy:
    'Een ander tabblad of venster gebruikt de chat al. Sluit dat: deze pagina neemt het vanzelf over.',
  noPath: (far) => `${far} is vanaf dit netwerk niet te bereiken`,
  noPathWhy:
    'Uw netwerk, of dat aan de andere kant, laat niets door. Probeer een ander netwerk, bijvoorbeeld dat van uw telefoon.',
  unsupported: 'Deze browser kan niet bellen',
  unsupportedWhy: 'WebRTC ontbreekt. Gebruik een actuele browser of blijf chatten.',
  setup: 'Bellen is op deze pagina niet ingesteld',
  setupWhy:
    'De beheerder van de site vindt de reden in de console van de browser. Chatten blijft gewoon werken.',
};
