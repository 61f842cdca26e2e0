import { enConversation } from './en-conversation.js';
import type { Terms } from './terms.js';

const corners = {
  'top-left': 'En haut à gauche',
  'top-right': 'En haut à droite',
  'bottom-left': 'En bas à gauche',
  'bottom-right': 'En bas à droite',
};

// No `de` or `que` before a name: they would have to lose their vowel before some.
export const fr: Terms = {
  ...enConversation, // not yet translated
  $code: 'fr',
  $name: 'Français',
  $dir: 'ltr',

  theAgent: 'l’assistance',
  theVisitor: 'la personne en ligne',
  you: 'Vous',

  asSentence: (title) => `${title}.`,
  paragraph: (sentences) => sentences.join(' '),

  chat: 'Chat',
  conversation: 'Conversation',
  call: 'Appel',
  callControls: 'Commandes de l’appel',

  startCall: 'Démarrer un appel audio',
  acceptCall: 'Accepter l’appel',
  callingCancel: (far) => `Appel vers ${far}, appuyez pour annuler`,
  showControls: 'Appel en cours, afficher les commandes',
  microphone: 'Micro',
  camera: 'Caméra',
  endCall: 'Raccrocher',
  cancelCall: 'Annuler l’appel',
  accept: 'Accepter',
  decline: 'Refuser',
  waitingForBrowser: 'Un instant…',
  silence: 'Couper la sonnerie',
  tryAgain: 'Réessayer',
  keepChatting: 'Continuer le chat',
  hearNow: (far) => `Écouter ${far}`,
  movePicture: 'Déplacer votre image',
  corner: (where) => corners[where],

  noSession: 'Cette commande ne fait partie d’aucun chat',
  noChat: 'Aucun chat n’est en cours',
  notHere: (far) => `${far} n’est pas encore là`,
  chatConnecting: 'Connexion au chat…',
  chatLost: (far) => `${far} est hors ligne pour le moment`,
  voipOff: 'Les appels sont désactivés',
  callFirst: 'Démarrez d’abord un appel audio',
  noCallNow: 'Il n’y a aucun appel à terminer',
  askingMicrophone: 'Demande d’accès au micro',
  startingCamera: 'Démarrage de la caméra',

  calling: (far) => `Appel vers ${far}…`,
  incoming: (far) => `${far} vous appelle`,
  connecting: 'Connexion…',
  inCallWith: (far) => `En appel avec ${far}`,
  reconnecting: 'Reconnexion…',
  audioCall: 'Appel audio',

  browserMayAsk: (far) =>
    `Votre navigateur peut demander l’accès à votre micro. Votre caméra reste éteinte. ${far} ne vous entend pas encore.`,
  hearSoon: (far) => `Dans un instant, vous et ${far} pourrez vous entendre.`,
  bothHear: (far) => `Vous et ${far} pouvez vous entendre.`,
  bothSeeAndHear: (far) => `Vous et ${far} pouvez vous voir et vous entendre.`,
  farSeesAndHearsYou: (far) => `${far} vous voit et vous entend.`,
  farHearsYou: (far) => `${far} vous entend.`,
  farOnlyHearsYou: (far) => `${far} vous entend seulement.`,
  youAreMuted: (far) => `Votre micro est coupé : ${far} ne vous entend pas.`,
  youAreMutedAndSeen: (far) => `Votre micro est coupé : ${far} vous voit et ne vous entend pas.`,
  youSeeAndHear: (far) => `Vous voyez et entendez ${far}.`,
  youHear: (far) => `Vous entendez ${far}.`,
  farMuted: (far) => `${far} a coupé son micro : vous n’entendez pas ${far}.`,
  farMutedAndSeen: (far) => `${far} a coupé son micro : vous voyez ${far} sans le son.`,
  noCamera: 'Aucune caméra n’est allumée.',
  mayNotHear: (far) =>
    `${far} ne vous voit ou ne vous entend peut-être pas en ce moment. Vous pouvez continuer à écrire.`,

  ifYouAccept:
    'Si vous acceptez, votre navigateur peut demander l’accès à votre micro, puis vous pourrez vous entendre.',
  browserAsksNow: (far) =>
    `Votre navigateur demande l’accès à votre micro. Choisissez « Autoriser » : ainsi, ${far} pourra vous entendre.`,
  cameraStaysOff: 'Votre caméra reste éteinte jusqu’à ce que vous l’allumiez.',

  farCameraOff: (far) => `${far} n’envoie pas d’image`,
  ownInCorner: 'Votre propre image apparaît dans le coin.',
  farPicture: (far) => `Image envoyée par ${far}`,
  ownPicture: 'Votre propre image, en miroir',

  endedBySelf: (duration) => `Vous avez terminé l’appel après ${duration}.`,
  endedByFar: (far, duration) => `${far} a terminé l’appel après ${duration}.`,
  devicesOff: 'Votre micro et votre caméra sont éteints.',
  declinedByFar: (far) => `${far} a refusé l’appel.`,
  declinedBySelf: (far) => `Vous avez refusé l’appel. ${far} le sait.`,
  cancelledBySelf: 'Vous avez annulé l’appel.',
  cancelledByFar: (far) => `${far} a annulé l’appel.`,
  noAnswer: (far) => `${far} ne répond pas.`,
  missed: (far) => `Appel manqué : ${far}.`,
  busy: (far) => `${far} est en ligne sur un autre appel.`,
  calledWhileBusy: (far) => `${far} a appelé pendant votre autre appel.`,
  farMicBlocked: (far) => `L’appel n’a pas commencé : le micro est bloqué chez ${far}.`,
  farNoMicrophone: (far) => `L’appel n’a pas commencé : aucun micro ne fonctionne chez ${far}.`,
  ownMicBlocked: 'L’appel n’a pas commencé : votre micro est bloqué.',
  ownNoMicrophone: 'L’appel n’a pas commencé : aucun micro ne fonctionne.',
  unreachable: (far) => `Impossible de joindre ${far}.`,
  connectionLost: (far, duration) => `La connexion avec ${far} a été perdue après ${duration}.`,
  sessionEnded: 'L’appel est terminé, car le chat ou les appels ont été désactivés.',
  chatOpen: (far) => `Vous êtes en chat avec ${far}.`,

  micBlocked: 'Votre micro est bloqué',
  micBlockedWhy: 'L’appel n’a pas commencé, car cette page ne peut pas utiliser votre micro.',
  micBlockedSteps:
    'Ouvrez les paramètres du site à côté de l’adresse.\nRéglez le micro sur « Autoriser ».\nRevenez ici et réessayez.',
  micMissing: 'Aucun micro trouvé',
  micMissingWhy: 'Branchez un micro ou un casque, puis réessayez.',
  micBusy: 'Votre micro est occupé',
  micBusyWhy: 'Une autre application l’utilise. Fermez-la, puis réessayez.',
  micFailed: 'Votre micro n’a pas démarré',
  micFailedWhy: 'Le navigateur n’a pas pu ouvrir le micro. Réessayez ou redémarrez le navigateur.',
  cameraBlocked: 'Votre caméra est bloquée',
  cameraBlockedWhy: 'Cette page ne peut pas utiliser votre caméra.',
  cameraBlockedSteps:
    'Ouvrez les paramètres du site à côté de l’adresse.\nRéglez la caméra sur « Autoriser ».\nRevenez ici et réessayez.',
  cameraMissing: 'Aucune caméra trouvée',
  cameraMissingWhy: 'Branchez une caméra, puis réessayez.',
  cameraBusy: 'Votre caméra est occupée',
  cameraBusyWhy: 'Une autre application l’utilise. Fermez-la, puis réessayez.',
  cameraFailed: 'Votre caméra n’a pas démarré',
  cameraFailedWhy:
    'Le navigateur n’a pas pu ouvrir la caméra. Réessayez ou redémarrez le navigateur.',
  pageForbids: 'Cette page ne l’autorise pas',
  pageForbidsWhy:
    'La page qui contient ce chat interdit le micro ou la caméra. Ouvrez le chat dans sa propre fenêtre ou continuez par écrit.',
  insecurePage: 'Cette page n’est pas sécurisée',
  insecurePageWhy:
    'Les navigateurs n’ouvrent le micro et la caméra qu’aux pages en https. Ouvrez la page en https ou continuez par écrit.',
  farKnows: (far) => `${far} ne vous entend pas et sait pourquoi. Le chat continue.`,
  callGoesOn: (far) => `L’appel audio continue : vous et ${far} pouvez toujours vous entendre.`,
  soundBlocked: (far) => `Vous n’entendez pas encore ${far}`,
  soundBlockedWhy: 'Votre navigateur ne joue aucun son tant que vous n’avez appuyé sur rien.',
  inAnotherCall: 'Vous êtes déjà en appel',
  inAnotherCallWhy: 'Terminez d’abord l’autre appel, puis réessayez.',
  serverUnreachable: 'Le chat ne peut pas se connecter',
  serverUnreachableWhy:
    'Le serveur ne répond pas. Les tentatives continuent ; vérifiez votre connexion Internet.',
  idTaken: 'Ce chat est ouvert ailleurs',
  idTakenWhy:
    'Un autre onglet ou une autre fenêtre l’utilise déjà. Fermez l’autre : cette page prendra le relais d’elle-même.',
  noPath: (far) => `${far} n’est pas joignable depuis ce réseau`,
  noPathWhy:
    'Votre réseau, ou celui à l’autre bout, ne laisse rien passer. Essayez un autre réseau, par exemple celui de votre téléphone.',
  unsupported: 'Ce navigateur ne permet pas d’appeler',
  unsupportedWhy: 'WebRTC lui manque. Utilisez un navigateur récent ou continuez par écrit.',
  setup: 'Les appels ne sont pas configurés sur cette page',
  setupWhy:
    'Les responsables du site trouveront la raison dans la console du navigateur. Le chat fonctionne normalement.',
};
