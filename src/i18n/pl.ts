import { enConversation } from './en-conversation.js';
import type { Terms } from './terms.js';

const corners = {
  'top-left': 'Lewy górny róg',
  'top-right': 'Prawy górny róg',
  'bottom-left': 'Lewy dolny róg',
  'bottom-right': 'Prawy dolny róg',
};

// Names stay in the nominative and verbs in the present: neither cases nor the past, which has a gender.
export const pl: Terms = {
  ...enConversation, // not yet translated
  $code: 'pl',
  $name: 'Polski',
  $dir: 'ltr',

  theAgent: 'obsługa klienta',
  theVisitor: 'osoba na czacie',
  you: 'Ty',

  asSentence: (title) => `${title}.`,
  paragraph: (sentences) => sentences.join(' '),

  chat: 'Czat',
  conversation: 'Konwersacja',
  call: 'Połączenie',
  callControls: 'Sterowanie połączeniem',

  startCall: 'Rozpocznij połączenie głosowe',
  acceptCall: 'Odbierz połączenie',
  callingCancel: (far) => `Trwa łączenie: ${far}, naciśnij, aby anulować`,
  showControls: 'Trwa połączenie, pokaż sterowanie',
  microphone: 'Mikrofon',
  camera: 'Kamera',
  endCall: 'Rozłącz',
  cancelCall: 'Anuluj połączenie',
  accept: 'Odbierz',
  decline: 'Odrzuć',
  waitingForBrowser: 'Chwileczkę…',
  silence: 'Wycisz dzwonek',
  tryAgain: 'Spróbuj ponownie',
  keepChatting: 'Kontynuuj czat',
  hearNow: (far) => `Włącz dźwięk: ${far}`,
  movePicture: 'Przesuń swój obraz',
  corner: (where) => corners[where],

  noSession: 'Ten przycisk nie należy do żadnego czatu',
  noChat: 'Nie ma aktywnego czatu',
  notHere: (far) => `${far} nie jest jeszcze na czacie`,
  chatConnecting: 'Łączenie z czatem…',
  chatLost: (far) => `${far} nie ma teraz połączenia`,
  voipOff: 'Połączenia są wyłączone',
  callFirst: 'Najpierw rozpocznij połączenie głosowe',
  noCallNow: 'Nie ma połączenia do zakończenia',
  askingMicrophone: 'Prośba o dostęp do mikrofonu',
  startingCamera: 'Uruchamianie kamery',

  calling: (far) => `Trwa łączenie: ${far}…`,
  incoming: (far) => `${far} dzwoni do Ciebie`,
  connecting: 'Łączenie…',
  inCallWith: (far) => `Trwa połączenie: ${far}`,
  reconnecting: 'Ponowne łączenie…',
  audioCall: 'Połączenie głosowe',

  browserMayAsk: (far) =>
    `Przeglądarka może poprosić o dostęp do mikrofonu. Twoja kamera pozostaje wyłączona. ${far} jeszcze Cię nie słyszy.`,
  hearSoon: (far) => `Za chwilę Ty i ${far} będziecie się słyszeć.`,
  bothHear: (far) => `Ty i ${far} słyszycie się nawzajem.`,
  bothSeeAndHear: (far) => `Ty i ${far} widzicie i słyszycie się nawzajem.`,
  farSeesAndHearsYou: (far) => `${far} widzi Cię i słyszy.`,
  farHearsYou: (far) => `${far} Cię słyszy.`,
  farOnlyHearsYou: (far) => `${far} tylko Cię słyszy.`,
  youAreMuted: (far) => `Twój mikrofon jest wyciszony: ${far} Cię nie słyszy.`,
  youAreMutedAndSeen: (far) => `Twój mikrofon jest wyciszony: ${far} widzi Cię, ale nie słyszy.`,
  youSeeAndHear: (far) => `Widzisz i słyszysz: ${far}.`,
  youHear: (far) => `Słyszysz: ${far}.`,
  farMuted: (far) => `${far} ma wyciszony mikrofon: nic nie słyszysz.`,
  farMutedAndSeen: (far) => `${far} ma wyciszony mikrofon: widzisz obraz, ale nic nie słyszysz.`,
  noCamera: 'Żadna kamera nie jest włączona.',
  mayNotHear: (far) => `${far} być może teraz Cię nie widzi lub nie słyszy. Możesz dalej pisać.`,

  ifYouAccept:
    'Gdy odbierzesz, przeglądarka może poprosić o dostęp do mikrofonu, a potem będziecie się słyszeć.',
  browserAsksNow: (far) =>
    `Przeglądarka prosi o dostęp do mikrofonu. Wybierz „Zezwól”: wtedy ${far} Cię usłyszy.`,
  cameraStaysOff: 'Twoja kamera pozostaje wyłączona, dopóki jej nie włączysz.',

  farCameraOff: (far) => `${far} ma wyłączoną kamerę`,
  ownInCorner: 'Swój obraz widzisz w rogu.',
  farPicture: (far) => `Obraz z kamery: ${far}`,
  ownPicture: 'Twój obraz, odbicie lustrzane',

  endedBySelf: (duration) => `Kończysz połączenie. Czas rozmowy: ${duration}.`,
  endedByFar: (far, duration) => `${far} kończy połączenie. Czas rozmowy: ${duration}.`,
  devicesOff: 'Twój mikrofon i kamera są wyłączone.',
  declinedByFar: (far) => `${far} odrzuca połączenie.`,
  declinedBySelf: (far) => `Odrzucasz połączenie. ${far} o tym wie.`,
  cancelledBySelf: 'Anulujesz połączenie.',
  cancelledByFar: (far) => `${far} anuluje połączenie.`,
  noAnswer: (far) => `${far} nie odbiera.`,
  missed: (far) => `Nieodebrane połączenie: ${far}.`,
  busy: (far) => `${far} prowadzi inną rozmowę.`,
  calledWhileBusy: (far) => `Nieodebrane połączenie w trakcie innej rozmowy: ${far}.`,
  farMicBlocked: (far) => `Połączenie nie doszło do skutku: ${far} ma zablokowany mikrofon.`,
  farNoMicrophone: (far) =>
    `Połączenie nie doszło do skutku: ${far} nie ma działającego mikrofonu.`,
  ownMicBlocked: 'Połączenie nie doszło do skutku: Twój mikrofon jest zablokowany.',
  ownNoMicrophone: 'Połączenie nie doszło do skutku: brak działającego mikrofonu.',
  unreachable: (far) => `Nie można się połączyć: ${far}.`,
  connectionLost: (far, duration) => `Połączenie przerwane po ${duration}: ${far}.`,
  sessionEnded: 'Połączenie zakończone, ponieważ czat lub połączenia zostały wyłączone.',
  chatOpen: (far) => `${far} jest z Tobą na czacie.`,

  micBlocked: 'Twój mikrofon jest zablokowany',
  micBlockedWhy: 'Połączenie nie doszło do skutku, ponieważ ta strona nie może używać mikrofonu.',
  micBlockedSteps:
    'Otwórz ustawienia witryny obok adresu.\nUstaw mikrofon na „Zezwalaj”.\nWróć tutaj i spróbuj ponownie.',
  micMissing: 'Nie znaleziono mikrofonu',
  micMissingWhy: 'Podłącz mikrofon lub zestaw słuchawkowy i spróbuj ponownie.',
  micBusy: 'Twój mikrofon jest zajęty',
  micBusyWhy: 'Używa go inna aplikacja. Zamknij ją i spróbuj ponownie.',
  micFailed: 'Twój mikrofon się nie uruchomił',
  micFailedWhy:
    'Przeglądarka nie mogła otworzyć mikrofonu. Spróbuj ponownie lub uruchom przeglądarkę od nowa.',
  cameraBlocked: 'Twoja kamera jest zablokowana',
  cameraBlockedWhy: 'Ta strona nie może używać kamery.',
  cameraBlockedSteps:
    'Otwórz ustawienia witryny obok adresu.\nUstaw kamerę na „Zezwalaj”.\nWróć tutaj i spróbuj ponownie.',
  cameraMissing: 'Nie znaleziono kamery',
  cameraMissingWhy: 'Podłącz kamerę i spróbuj ponownie.',
  cameraBusy: 'Twoja kamera jest zajęta',
  cameraBusyWhy: 'Używa jej inna aplikacja. Zamknij ją i spróbuj ponownie.',
  cameraFailed: 'Twoja kamera się nie uruchomiła',
  cameraFailedWhy:
    'Przeglądarka nie mogła otworzyć kamery. Spróbuj ponownie lub uruchom przeglądarkę od nowa.',
  pageForbids: 'Ta strona na to nie pozwala',
  pageForbidsWhy:
    'Strona, na której znajduje się czat, nie pozwala na mikrofon lub kamerę. Otwórz czat w osobnym oknie lub pisz dalej.',
  insecurePage: 'Ta strona nie jest bezpieczna',
  insecurePageWhy:
    'Przeglądarki udostępniają mikrofon i kamerę tylko stronom z https. Otwórz stronę z https lub pisz dalej.',
  farKnows: (far) => `${far} Cię nie słyszy i wie dlaczego. Czat trwa.`,
  callGoesOn: (far) => `Połączenie głosowe trwa: Ty i ${far} nadal się słyszycie.`,
  soundBlocked: (far) => `Nie słyszysz jeszcze dźwięku: ${far}`,
  soundBlockedWhy: 'Przeglądarka nie odtwarza dźwięku, dopóki czegoś nie naciśniesz.',
  inAnotherCall: 'Trwa już inna rozmowa',
  inAnotherCallWhy: 'Najpierw zakończ inną rozmowę i spróbuj ponownie.',
  serverUnreachable: 'Czat nie może się połączyć',
  serverUnreachableWhy: 'Serwer nie odpowiada. Próby trwają; sprawdź połączenie z internetem.',
  idTaken: 'Ten czat jest otwarty gdzie indziej',
  idTakenWhy:
    'Używa go już inna karta lub inne okno. Zamknij je: ta strona przejmie czat samoczynnie.',
  noPath: (far) => `${far} jest poza zasięgiem tej sieci`,
  noPathWhy:
    'Twoja sieć lub sieć po drugiej stronie nic nie przepuszcza. Spróbuj w innej sieci, na przykład w sieci telefonu.',
  unsupported: 'Ta przeglądarka nie obsługuje połączeń',
  unsupportedWhy: 'Nie ma WebRTC. Użyj aktualnej przeglądarki lub pisz dalej.',
  setup: 'Połączenia nie są skonfigurowane na tej stronie',
  setupWhy: 'Właściciel witryny znajdzie przyczynę w konsoli przeglądarki. Czat działa bez zmian.',
};
