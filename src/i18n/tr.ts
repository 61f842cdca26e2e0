import { enConversation } from './en-conversation.js';
import type { Terms } from './terms.js';

const corners = {
  'top-left': 'Sol üst',
  'top-right': 'Sağ üst',
  'bottom-left': 'Sol alt',
  'bottom-right': 'Sağ alt',
};

// No suffix on a name: it would have to follow the name's vowels.
export const tr: Terms = {
  ...enConversation, // not yet translated
  $code: 'tr',
  $name: 'Türkçe',
  $dir: 'ltr',

  theAgent: 'müşteri hizmetleri',
  theVisitor: 'ziyaretçi',
  you: 'Siz',

  asSentence: (title) => `${title}.`,
  paragraph: (sentences) => sentences.join(' '),

  chat: 'Sohbet',
  conversation: 'Yazışma',
  call: 'Arama',
  callControls: 'Arama denetimleri',

  startCall: 'Sesli arama başlat',
  acceptCall: 'Aramayı kabul et',
  callingCancel: (far) => `${far} aranıyor, iptal etmek için basın`,
  showControls: 'Arama sürüyor, denetimleri göster',
  microphone: 'Mikrofon',
  camera: 'Kamera',
  endCall: 'Aramayı bitir',
  cancelCall: 'Aramayı iptal et',
  accept: 'Kabul et',
  decline: 'Reddet',
  waitingForBrowser: 'Bekleyin…',
  silence: 'Zil sesini kapat',
  tryAgain: 'Yeniden dene',
  keepChatting: 'Sohbete devam et',
  hearNow: (far) => `Sesi aç: ${far}`,
  movePicture: 'Kendi görüntünüzü taşıyın',
  corner: (where) => corners[where],

  noSession: 'Bu düğme bir sohbete ait değil',
  noChat: 'Etkin bir sohbet yok',
  notHere: (far) => `${far} henüz burada değil`,
  chatConnecting: 'Sohbete bağlanılıyor…',
  chatLost: (far) => `${far} şu anda bağlı değil`,
  voipOff: 'Aramalar kapalı',
  callFirst: 'Önce bir sesli arama başlatın',
  noCallNow: 'Bitirilecek bir arama yok',
  askingMicrophone: 'Mikrofon izni isteniyor',
  startingCamera: 'Kamera açılıyor',

  calling: (far) => `${far} aranıyor…`,
  incoming: (far) => `${far} sizi arıyor`,
  connecting: 'Bağlanıyor…',
  inCallWith: (far) => `${far} ile görüşülüyor`,
  reconnecting: 'Yeniden bağlanıyor…',
  audioCall: 'Sesli arama',

  browserMayAsk: (far) =>
    `Tarayıcınız mikrofon izni isteyebilir. Kameranız kapalı kalır. ${far} sizi henüz duymuyor.`,
  hearSoon: (far) => `Siz ve ${far} birazdan birbirinizi duyacaksınız.`,
  bothHear: (far) => `Siz ve ${far} birbirinizi duyuyorsunuz.`,
  bothSeeAndHear: (far) => `Siz ve ${far} birbirinizi görüyor ve duyuyorsunuz.`,
  farSeesAndHearsYou: (far) => `${far} sizi görüyor ve duyuyor.`,
  farHearsYou: (far) => `${far} sizi duyuyor.`,
  farOnlyHearsYou: (far) => `${far} sizi yalnızca duyuyor.`,
  youAreMuted: (far) => `Sesiniz kapalı: ${far} sizi duymuyor.`,
  youAreMutedAndSeen: (far) => `Sesiniz kapalı: ${far} sizi görüyor ama duymuyor.`,
  youSeeAndHear: (far) => `Karşı tarafı görüyor ve duyuyorsunuz: ${far}.`,
  youHear: (far) => `Karşı tarafı duyuyorsunuz: ${far}.`,
  farMuted: (far) => `${far} sesini kapattı: karşı tarafı duymuyorsunuz.`,
  farMutedAndSeen: (far) => `${far} sesini kapattı: karşı tarafı görüyor ama duymuyorsunuz.`,
  noCamera: 'Hiçbir kamera açık değil.',
  mayNotHear: (far) =>
    `${far} şu anda sizi görmüyor veya duymuyor olabilir. Yazmaya devam edebilirsiniz.`,

  ifYouAccept:
    'Kabul ederseniz tarayıcınız mikrofon izni isteyebilir, ardından birbirinizi duyarsınız.',
  browserAsksNow: (far) =>
    `Tarayıcınız mikrofon izni istiyor. “İzin ver” seçeneğini seçin; böylece ${far} sizi duyar.`,
  cameraStaysOff: 'Siz açana kadar kameranız kapalı kalır.',

  farCameraOff: (far) => `${far} görüntü göndermiyor`,
  ownInCorner: 'Kendi görüntünüz köşede.',
  farPicture: (far) => `Kamera görüntüsü: ${far}`,
  ownPicture: 'Kendi görüntünüz, aynalanmış',

  endedBySelf: (duration) => `Aramayı bitirdiniz. Süre: ${duration}.`,
  endedByFar: (far, duration) => `${far} aramayı bitirdi. Süre: ${duration}.`,
  devicesOff: 'Mikrofonunuz ve kameranız kapalı.',
  declinedByFar: (far) => `${far} aramayı reddetti.`,
  declinedBySelf: (far) => `Aramayı reddettiniz. ${far} bunu biliyor.`,
  cancelledBySelf: 'Aramayı iptal ettiniz.',
  cancelledByFar: (far) => `${far} aramayı iptal etti.`,
  noAnswer: (far) => `${far} yanıt vermiyor.`,
  missed: (far) => `Cevapsız arama: ${far}.`,
  busy: (far) => `${far} başka bir görüşmede.`,
  calledWhileBusy: (far) => `Siz başka bir görüşmedeyken ${far} aradı.`,
  farMicBlocked: (far) => `Arama başlamadı: ${far} mikrofonu kullanamıyor, mikrofon engelli.`,
  farNoMicrophone: (far) => `Arama başlamadı: ${far} çalışan bir mikrofon bulamıyor.`,
  ownMicBlocked: 'Arama başlamadı: mikrofonunuz engelli.',
  ownNoMicrophone: 'Arama başlamadı: çalışan bir mikrofon yok.',
  unreachable: (far) => `Bağlantı kurulamadı: ${far}.`,
  connectionLost: (far, duration) => `Bağlantı koptu: ${far}. Süre: ${duration}.`,
  sessionEnded: 'Sohbet veya aramalar kapatıldığı için arama sona erdi.',
  chatOpen: (far) => `${far} ile sohbettesiniz.`,

  micBlocked: 'Mikrofonunuz engelli',
  micBlockedWhy: 'Bu sayfanın mikrofonunuzu kullanma izni olmadığı için arama başlamadı.',
  micBlockedSteps:
    'Adresin yanındaki site ayarlarını açın.\nMikrofonu “İzin ver” olarak ayarlayın.\nBuraya dönüp yeniden deneyin.',
  micMissing: 'Mikrofon bulunamadı',
  micMissingWhy: 'Bir mikrofon veya kulaklık takıp yeniden deneyin.',
  micBusy: 'Mikrofonunuz meşgul',
  micBusyWhy: 'Başka bir uygulama kullanıyor. O uygulamayı kapatıp yeniden deneyin.',
  micFailed: 'Mikrofonunuz açılmadı',
  micFailedWhy: 'Tarayıcı mikrofonu açamadı. Yeniden deneyin veya tarayıcıyı yeniden başlatın.',
  cameraBlocked: 'Kameranız engelli',
  cameraBlockedWhy: 'Bu sayfanın kameranızı kullanma izni yok.',
  cameraBlockedSteps:
    'Adresin yanındaki site ayarlarını açın.\nKamerayı “İzin ver” olarak ayarlayın.\nBuraya dönüp yeniden deneyin.',
  cameraMissing: 'Kamera bulunamadı',
  cameraMissingWhy: 'Bir kamera takıp yeniden deneyin.',
  cameraBusy: 'Kameranız meşgul',
  cameraBusyWhy: 'Kamerayı başka bir uygulama kullanıyor. O uygulamayı kapatıp yeniden deneyin.',
  cameraFailed: 'Kameranız açılmadı',
  cameraFailedWhy: 'Tarayıcı kamerayı açamadı. Yeniden deneyin veya tarayıcıyı yeniden başlatın.',
  pageForbids: 'Bu sayfa buna izin vermiyor',
  pageForbidsWhy:
    'Bu sohbetin bulunduğu sayfa mikrofona veya kameraya izin vermiyor. Sohbeti kendi penceresinde açın veya yazışmaya devam edin.',
  insecurePage: 'Bu sayfa güvenli değil',
  insecurePageWhy:
    'Tarayıcılar mikrofon ve kamerayı yalnızca https kullanan sayfalara açar. Sayfayı https ile açın veya yazışmaya devam edin.',
  farKnows: (far) => `${far} sizi duymuyor ve nedenini biliyor. Sohbet sürüyor.`,
  callGoesOn: (far) => `Sesli arama sürüyor: siz ve ${far} birbirinizi duyuyorsunuz.`,
  soundBlocked: (far) => `Karşı tarafı henüz duymuyorsunuz: ${far}`,
  soundBlockedWhy: 'Tarayıcınız, siz bir şeye basana kadar ses çalmaz.',
  inAnotherCall: 'Zaten bir görüşmedesiniz',
  inAnotherCallWhy: 'Önce diğer görüşmeyi bitirip yeniden deneyin.',
  serverUnreachable: 'Sohbet bağlanamıyor',
  serverUnreachableWhy:
    'Sunucu yanıt vermiyor. Denemeler sürüyor; internet bağlantınızı denetleyin.',
  idTaken: 'Bu sohbet başka bir yerde açık',
  idTakenWhy:
    'Başka bir sekme veya pencere sohbeti zaten kullanıyor. Onu kapatın: bu sayfa kendiliğinden devralır.',
  noPath: (far) => `Bu ağdan bağlantı kurulamıyor: ${far}`,
  noPathWhy:
    'Sizin ağınız veya karşı tarafın ağı hiçbir şeyi geçirmiyor. Başka bir ağı, örneğin telefonunuzunkini deneyin.',
  unsupported: 'Bu tarayıcı arama yapamıyor',
  unsupportedWhy: 'WebRTC desteği yok. Güncel bir tarayıcı kullanın veya yazışmaya devam edin.',
  setup: 'Bu sayfada aramalar kurulu değil',
  setupWhy: 'Sitenin sahibi nedenini tarayıcının konsolunda bulur. Sohbet bundan etkilenmez.',
};
