import { enConversation } from './en-conversation.js';
import type { Terms } from './terms.js';

const corners = {
  'top-left': 'Arriba a la izquierda',
  'top-right': 'Arriba a la derecha',
  'bottom-left': 'Abajo a la izquierda',
  'bottom-right': 'Abajo a la derecha',
};

export const es: Terms = {
  ...enConversation, // not yet translated
  $code: 'es',
  $name: 'Español',
  $dir: 'ltr',

  theAgent: 'nuestro equipo',
  theVisitor: 'la persona del chat',
  you: 'Usted',

  asSentence: (title) => `${title}.`,
  paragraph: (sentences) => sentences.join(' '),

  chat: 'Chat',
  conversation: 'Conversación',
  call: 'Llamada',
  callControls: 'Controles de la llamada',

  startCall: 'Iniciar llamada de audio',
  acceptCall: 'Aceptar llamada',
  callingCancel: (far) => `Llamando a ${far}, pulse para cancelar`,
  showControls: 'En llamada, mostrar los controles',
  microphone: 'Micrófono',
  camera: 'Cámara',
  endCall: 'Colgar',
  cancelCall: 'Cancelar llamada',
  accept: 'Aceptar',
  decline: 'Rechazar',
  waitingForBrowser: 'Un momento…',
  silence: 'Silenciar el timbre',
  tryAgain: 'Reintentar',
  keepChatting: 'Seguir chateando',
  hearNow: (far) => `Oír a ${far}`,
  movePicture: 'Mover su imagen',
  corner: (where) => corners[where],

  noSession: 'Este control no pertenece a ningún chat',
  noChat: 'No hay ningún chat activo',
  notHere: (far) => `${far} aún no está aquí`,
  chatConnecting: 'Conectando con el chat…',
  chatLost: (far) => `${far} no tiene conexión en este momento`,
  voipOff: 'Las llamadas están desactivadas',
  callFirst: 'Inicie primero una llamada de audio',
  noCallNow: 'No hay ninguna llamada que terminar',
  askingMicrophone: 'Solicitando el micrófono',
  startingCamera: 'Iniciando la cámara',

  calling: (far) => `Llamando a ${far}…`,
  incoming: (far) => `${far} le está llamando`,
  connecting: 'Conectando…',
  inCallWith: (far) => `En llamada con ${far}`,
  reconnecting: 'Reconectando…',
  audioCall: 'Llamada de audio',

  browserMayAsk: (far) =>
    `Es posible que su navegador pida permiso para usar el micrófono. Su cámara sigue apagada. ${far} aún no le oye.`,
  hearSoon: (far) => `Usted y ${far} se oirán en un momento.`,
  bothHear: (far) => `Usted y ${far} se oyen.`,
  bothSeeAndHear: (far) => `Usted y ${far} se ven y se oyen.`,
  farSeesAndHearsYou: (far) => `${far} le ve y le oye.`,
  farHearsYou: (far) => `${far} le oye.`,
  farOnlyHearsYou: (far) => `${far} solo le oye.`,
  youAreMuted: (far) => `Su micrófono está silenciado: ${far} no le oye.`,
  youAreMutedAndSeen: (far) => `Su micrófono está silenciado: ${far} le ve y no le oye.`,
  youSeeAndHear: (far) => `Usted ve y oye a ${far}.`,
  youHear: (far) => `Usted oye a ${far}.`,
  farMuted: (far) => `${far} tiene el micrófono silenciado: usted no oye a ${far}.`,
  farMutedAndSeen: (far) =>
    `${far} tiene el micrófono silenciado: usted ve a ${far} y no oye nada.`,
  noCamera: 'Ninguna cámara está encendida.',
  mayNotHear: (far) =>
    `Puede que ${far} no le vea o no le oiga en este momento. Puede seguir escribiendo.`,

  ifYouAccept:
    'Si acepta, es posible que su navegador pida permiso para usar el micrófono; después se oirán.',
  browserAsksNow: (far) =>
    `Su navegador pide permiso para usar el micrófono. Elija «Permitir» para que ${far} le oiga.`,
  cameraStaysOff: 'Su cámara sigue apagada hasta que usted la encienda.',

  farCameraOff: (far) => `La cámara de ${far} está apagada`,
  ownInCorner: 'Usted ve su propia imagen en la esquina.',
  farPicture: (far) => `Imagen de la cámara de ${far}`,
  ownPicture: 'Su propia imagen, en espejo',

  endedBySelf: (duration) => `Usted ha terminado la llamada tras ${duration}.`,
  endedByFar: (far, duration) => `${far} ha terminado la llamada tras ${duration}.`,
  devicesOff: 'Su micrófono y su cámara están apagados.',
  declinedByFar: (far) => `${far} ha rechazado la llamada.`,
  declinedBySelf: (far) => `Usted ha rechazado la llamada. ${far} lo sabe.`,
  cancelledBySelf: 'Usted ha cancelado la llamada.',
  cancelledByFar: (far) => `${far} ha cancelado la llamada.`,
  noAnswer: (far) => `${far} no responde.`,
  missed: (far) => `Llamada perdida de ${far}.`,
  busy: (far) => `${far} está en otra llamada.`,
  calledWhileBusy: (far) => `${far} ha llamado mientras usted estaba en otra llamada.`,
  farMicBlocked: (far) => `La llamada no ha empezado: el micrófono de ${far} está bloqueado.`,
  farNoMicrophone: (far) => `La llamada no ha empezado: ${far} no tiene un micrófono que funcione.`,
  ownMicBlocked: 'La llamada no ha empezado: su micrófono está bloqueado.',
  ownNoMicrophone: 'La llamada no ha empezado: no hay ningún micrófono que funcione.',
  unreachable: (far) => `No se ha podido contactar con ${far}.`,
  connectionLost: (far, duration) => `La conexión con ${far} se ha perdido tras ${duration}.`,
  sessionEnded: 'La llamada ha terminado porque el chat o las llamadas se han desactivado.',
  chatOpen: (far) => `Está en un chat con ${far}.`,

  micBlocked: 'Su micrófono está bloqueado',
  micBlockedWhy: 'La llamada no ha empezado porque esta página no puede usar su micrófono.',
  micBlockedSteps:
    'Abra la configuración del sitio junto a la dirección.\nPonga el micrófono en «Permitir».\nVuelva aquí e inténtelo de nuevo.',
  micMissing: 'No se encuentra ningún micrófono',
  micMissingWhy: 'Conecte un micrófono o unos auriculares e inténtelo de nuevo.',
  micBusy: 'Su micrófono está ocupado',
  micBusyWhy: 'Otra aplicación lo está usando. Ciérrela e inténtelo de nuevo.',
  micFailed: 'Su micrófono no se ha iniciado',
  micFailedWhy:
    'El navegador no ha podido abrir el micrófono. Inténtelo de nuevo o reinicie el navegador.',
  cameraBlocked: 'Su cámara está bloqueada',
  cameraBlockedWhy: 'Esta página no puede usar su cámara.',
  cameraBlockedSteps:
    'Abra la configuración del sitio junto a la dirección.\nPonga la cámara en «Permitir».\nVuelva aquí e inténtelo de nuevo.',
  cameraMissing: 'No se encuentra ninguna cámara',
  cameraMissingWhy: 'Conecte una cámara e inténtelo de nuevo.',
  cameraBusy: 'Su cámara está ocupada',
  cameraBusyWhy: 'Otra aplicación la está usando. Ciérrela e inténtelo de nuevo.',
  cameraFailed: 'Su cámara no se ha iniciado',
  cameraFailedWhy:
    'El navegador no ha podido abrir la cámara. Inténtelo de nuevo o reinicie el navegador.',
  pageForbids: 'Esta página no lo permite',
  pageForbidsWhy:
    'La página que contiene este chat prohíbe el micrófono o la cámara. Abra el chat en su propia ventana o siga chateando.',
  insecurePage: 'Esta página no es segura',
  insecurePageWhy:
    'Los navegadores solo dan acceso al micrófono y a la cámara en páginas con https. Abra la página con https o siga chateando.',
  farKnows: (far) => `${far} no le oye y sabe por qué. El chat continúa.`,
  callGoesOn: (far) => `La llamada de audio continúa: usted y ${far} se siguen oyendo.`,
  soundBlocked: (far) => `Usted aún no oye a ${far}`,
  soundBlockedWhy: 'Su navegador no reproduce ningún sonido hasta que pulse algo.',
  inAnotherCall: 'Ya está en una llamada',
  inAnotherCallWhy: 'Termine primero la otra llamada e inténtelo de nuevo.',
  serverUnreachable: 'El chat no se puede conectar',
  serverUnreachableWhy:
    'El servidor no responde. Seguimos intentándolo; compruebe su conexión a Internet.',
  idTaken: 'Este chat está abierto en otro lugar',
  idTakenWhy:
    'Otra pestaña o ventana ya lo está usando. Ciérrela: esta página tomará el relevo por sí sola.',
  noPath: (far) => `No se puede contactar con ${far} desde esta red`,
  noPathWhy:
    'Su red, o la del otro extremo, no deja pasar nada. Pruebe con otra red, por ejemplo la de su teléfono.',
  unsupported: 'Este navegador no permite llamadas',
  unsupportedWhy: 'No tiene WebRTC. Use un navegador actual o siga chateando.',
  setup: 'Las llamadas no están configuradas en esta página',
  setupWhy:
    'Los responsables del sitio encontrarán el motivo en la consola del navegador. El chat no se ve afectado.',
};
