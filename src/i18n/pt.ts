import { enConversation } from './en-conversation.js';
import type { Terms } from './terms.js';

const corners = {
  'top-left': 'Superior esquerdo',
  'top-right': 'Superior direito',
  'bottom-left': 'Inferior esquerdo',
  'bottom-right': 'Inferior direito',
};

// The other person stands for a name, so neither has an article that a preposition would melt into.
export const pt: Terms = {
  ...enConversation, // not yet translated
  $code: 'pt',
  $name: 'Português',
  $dir: 'ltr',

  theAgent: 'nossa equipe',
  theVisitor: 'quem está no chat',
  you: 'Você',

  asSentence: (title) => `${title}.`,
  paragraph: (sentences) => sentences.join(' '),

  chat: 'Chat',
  conversation: 'Conversa',
  call: 'Chamada',
  callControls: 'Controles da chamada',

  startCall: 'Iniciar chamada de áudio',
  acceptCall: 'Aceitar chamada',
  callingCancel: (far) => `Chamando ${far}, pressione para cancelar`,
  showControls: 'Em chamada, mostrar os controles',
  microphone: 'Microfone',
  camera: 'Câmera',
  endCall: 'Encerrar chamada',
  cancelCall: 'Cancelar chamada',
  accept: 'Aceitar',
  decline: 'Recusar',
  waitingForBrowser: 'Aguarde…',
  silence: 'Silenciar o toque',
  tryAgain: 'Tentar novamente',
  keepChatting: 'Continuar no chat',
  hearNow: (far) => `Ouvir ${far}`,
  movePicture: 'Mover sua imagem',
  corner: (where) => corners[where],

  noSession: 'Este controle não faz parte de nenhum chat',
  noChat: 'Não há nenhum chat ativo',
  notHere: (far) => `${far} ainda não está aqui`,
  chatConnecting: 'Conectando ao chat…',
  chatLost: (far) => `${far} está sem conexão no momento`,
  voipOff: 'As chamadas estão desativadas',
  callFirst: 'Inicie primeiro uma chamada de áudio',
  noCallNow: 'Não há nenhuma chamada para encerrar',
  askingMicrophone: 'Solicitando o microfone',
  startingCamera: 'Iniciando a câmera',

  calling: (far) => `Chamando ${far}…`,
  incoming: (far) => `${far} está chamando você`,
  connecting: 'Conectando…',
  inCallWith: (far) => `Em chamada com ${far}`,
  reconnecting: 'Reconectando…',
  audioCall: 'Chamada de áudio',

  browserMayAsk: (far) =>
    `Seu navegador pode pedir acesso ao microfone. Sua câmera continua desligada. ${far} ainda não ouve você.`,
  hearSoon: (far) => `Você e ${far} vão se ouvir em um instante.`,
  bothHear: (far) => `Você e ${far} se ouvem.`,
  bothSeeAndHear: (far) => `Você e ${far} se veem e se ouvem.`,
  farSeesAndHearsYou: (far) => `${far} vê e ouve você.`,
  farHearsYou: (far) => `${far} ouve você.`,
  farOnlyHearsYou: (far) => `${far} apenas ouve você.`,
  youAreMuted: (far) => `Seu microfone está desativado: ${far} não ouve você.`,
  youAreMutedAndSeen: (far) => `Seu microfone está desativado: ${far} vê você e não ouve você.`,
  youSeeAndHear: (far) => `Você vê e ouve ${far}.`,
  youHear: (far) => `Você ouve ${far}.`,
  farMuted: (far) => `${far} está com o microfone desativado: você não ouve ${far}.`,
  farMutedAndSeen: (far) =>
    `${far} está com o microfone desativado: você vê ${far} e não ouve nada.`,
  noCamera: 'Nenhuma câmera está ligada.',
  mayNotHear: (far) =>
    `Talvez ${far} não veja ou não ouça você neste momento. Você pode continuar digitando.`,

  ifYouAccept:
    'Se você aceitar, seu navegador pode pedir acesso ao microfone, e então vocês se ouvem.',
  browserAsksNow: (far) =>
    `Seu navegador está pedindo acesso ao microfone. Escolha “Permitir” para que ${far} ouça você.`,
  cameraStaysOff: 'Sua câmera continua desligada até que você a ligue.',

  farCameraOff: (far) => `${far} está com a câmera desligada`,
  ownInCorner: 'Você vê sua própria imagem no canto.',
  farPicture: (far) => `Imagem enviada por ${far}`,
  ownPicture: 'Sua própria imagem, espelhada',

  endedBySelf: (duration) => `Você encerrou a chamada após ${duration}.`,
  endedByFar: (far, duration) => `${far} encerrou a chamada após ${duration}.`,
  devicesOff: 'Seu microfone e sua câmera estão desligados.',
  declinedByFar: (far) => `${far} recusou a chamada.`,
  declinedBySelf: (far) => `Você recusou a chamada. ${far} já sabe.`,
  cancelledBySelf: 'Você cancelou a chamada.',
  cancelledByFar: (far) => `${far} cancelou a chamada.`,
  noAnswer: (far) => `${far} não atende.`,
  missed: (far) => `Chamada perdida: ${far}.`,
  busy: (far) => `${far} está em outra chamada.`,
  calledWhileBusy: (far) => `${far} chamou enquanto você estava em outra chamada.`,
  farMicBlocked: (far) => `A chamada não começou: ${far} está com o microfone bloqueado.`,
  farNoMicrophone: (far) => `A chamada não começou: ${far} não tem um microfone que funcione.`,
  ownMicBlocked: 'A chamada não começou: seu microfone está bloqueado.',
  ownNoMicrophone: 'A chamada não começou: não há nenhum microfone que funcione.',
  unreachable: (far) => `Não foi possível contatar ${far}.`,
  connectionLost: (far, duration) => `A conexão com ${far} caiu após ${duration}.`,
  sessionEnded: 'A chamada terminou porque o chat ou as chamadas foram desativados.',
  chatOpen: (far) => `Você está em um chat com ${far}.`,

  micBlocked: 'Seu microfone está bloqueado',
  micBlockedWhy: 'A chamada não começou porque esta página não pode usar seu microfone.',
  micBlockedSteps:
    'Abra as configurações do site ao lado do endereço.\nDefina o microfone como “Permitir”.\nVolte aqui e tente novamente.',
  micMissing: 'Nenhum microfone encontrado',
  micMissingWhy: 'Conecte um microfone ou fone de ouvido e tente novamente.',
  micBusy: 'Seu microfone está ocupado',
  micBusyWhy: 'Outro aplicativo está usando o microfone. Feche-o e tente novamente.',
  micFailed: 'Seu microfone não iniciou',
  micFailedWhy:
    'O navegador não conseguiu abrir o microfone. Tente novamente ou reinicie o navegador.',
  cameraBlocked: 'Sua câmera está bloqueada',
  cameraBlockedWhy: 'Esta página não pode usar sua câmera.',
  cameraBlockedSteps:
    'Abra as configurações do site ao lado do endereço.\nDefina a câmera como “Permitir”.\nVolte aqui e tente novamente.',
  cameraMissing: 'Nenhuma câmera encontrada',
  cameraMissingWhy: 'Conecte uma câmera e tente novamente.',
  cameraBusy: 'Sua câmera está ocupada',
  cameraBusyWhy: 'Outro aplicativo está usando a câmera. Feche-o e tente novamente.',
  cameraFailed: 'Sua câmera não iniciou',
  cameraFailedWhy:
    'O navegador não conseguiu abrir a câmera. Tente novamente ou reinicie o navegador.',
  pageForbids: 'Esta página não permite',
  pageForbidsWhy:
    'A página que contém este chat proíbe o microfone ou a câmera. Abra o chat em uma janela própria ou continue no chat.',
  insecurePage: 'Esta página não é segura',
  insecurePageWhy:
    'Os navegadores só liberam o microfone e a câmera para páginas com https. Abra a página com https ou continue no chat.',
  farKnows: (far) => `${far} não ouve você e sabe por quê. O chat continua.`,
  callGoesOn: (far) => `A chamada de áudio continua: você e ${far} ainda se ouvem.`,
  soundBlocked: (far) => `Você ainda não ouve ${far}`,
  soundBlockedWhy: 'Seu navegador não reproduz som antes que você pressione algo.',
  inAnotherCall: 'Você já está em uma chamada',
  inAnotherCallWhy: 'Encerre primeiro a outra chamada e tente novamente.',
  serverUnreachable: 'O chat não consegue se conectar',
  serverUnreachableWhy:
    'O servidor não responde. Continuamos tentando; verifique sua conexão com a Internet.',
  idTaken: 'Este chat está aberto em outro lugar',
  idTakenWhy: 'Outra guia ou janela já o está usando. Feche-a: esta página assume sozinha.',
  noPath: (far) => `Não é possível contatar ${far} a partir desta rede`,
  noPathWhy:
    'Sua rede, ou a da outra ponta, não deixa passar nada. Tente outra rede, por exemplo a do seu celular.',
  unsupported: 'Este navegador não faz chamadas',
  unsupportedWhy: 'Ele não tem WebRTC. Use um navegador atual ou continue no chat.',
  setup: 'As chamadas não estão configuradas nesta página',
  setupWhy:
    'Os responsáveis pelo site encontram o motivo no console do navegador. O chat não é afetado.',
};
