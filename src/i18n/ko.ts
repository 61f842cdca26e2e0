import { enConversation } from './en-conversation.js';
import type { Terms } from './terms.js';

const corners = {
  'top-left': '왼쪽 위',
  'top-right': '오른쪽 위',
  'bottom-left': '왼쪽 아래',
  'bottom-right': '오른쪽 아래',
};

// After 님 every particle has one form, whatever the name ends with.
export const ko: Terms = {
  ...enConversation, // not yet translated
  $code: 'ko',
  $name: '한국어',
  $dir: 'ltr',

  theAgent: '상담원',
  theVisitor: '고객',
  you: '나',

  asSentence: (title) => `${title}.`,
  paragraph: (sentences) => sentences.join(' '),

  chat: '채팅',
  conversation: '대화',
  call: '통화',
  callControls: '통화 제어',

  startCall: '음성 통화 시작',
  acceptCall: '전화 받기',
  callingCancel: (far) => `${far} 님에게 전화 거는 중, 누르면 취소`,
  showControls: '통화 중, 통화 제어 표시',
  microphone: '마이크',
  camera: '카메라',
  endCall: '통화 종료',
  cancelCall: '전화 취소',
  accept: '수락',
  decline: '거절',
  waitingForBrowser: '잠시만요…',
  silence: '벨소리 끄기',
  tryAgain: '다시 시도',
  keepChatting: '채팅 계속하기',
  hearNow: (far) => `${far} 님 소리 듣기`,
  movePicture: '내 화면 옮기기',
  corner: (where) => corners[where],

  noSession: '이 버튼은 채팅에 속해 있지 않습니다',
  noChat: '진행 중인 채팅이 없습니다',
  notHere: (far) => `${far} 님이 아직 없습니다`,
  chatConnecting: '채팅에 연결하는 중…',
  chatLost: (far) => `${far} 님이 지금 연결되어 있지 않습니다`,
  voipOff: '통화가 꺼져 있습니다',
  callFirst: '먼저 음성 통화를 시작하세요',
  noCallNow: '종료할 통화가 없습니다',
  askingMicrophone: '마이크 사용을 요청하는 중',
  startingCamera: '카메라를 켜는 중',

  calling: (far) => `${far} 님에게 전화 거는 중…`,
  incoming: (far) => `${far} 님의 전화`,
  connecting: '연결하는 중…',
  inCallWith: (far) => `${far} 님과 통화 중`,
  reconnecting: '다시 연결하는 중…',
  audioCall: '음성 통화',

  browserMayAsk: (far) =>
    `브라우저가 마이크 사용을 물을 수 있습니다. 카메라는 꺼져 있습니다. ${far} 님은 아직 내 소리를 듣지 못합니다.`,
  hearSoon: (far) => `곧 ${far} 님과 서로 들을 수 있습니다.`,
  bothHear: (far) => `${far} 님과 서로 들을 수 있습니다.`,
  bothSeeAndHear: (far) => `${far} 님과 서로 보고 들을 수 있습니다.`,
  farSeesAndHearsYou: (far) => `${far} 님이 나를 보고 들을 수 있습니다.`,
  farHearsYou: (far) => `${far} 님이 내 소리를 들을 수 있습니다.`,
  farOnlyHearsYou: (far) => `${far} 님은 내 소리만 들을 수 있습니다.`,
  youAreMuted: (far) => `음소거 상태입니다. ${far} 님이 내 소리를 듣지 못합니다.`,
  youAreMutedAndSeen: (far) => `음소거 상태입니다. ${far} 님이 나를 볼 수 있지만 듣지는 못합니다.`,
  youSeeAndHear: (far) => `${far} 님을 보고 들을 수 있습니다.`,
  youHear: (far) => `${far} 님의 소리를 들을 수 있습니다.`,
  farMuted: (far) => `${far} 님이 음소거 상태입니다. 소리가 들리지 않습니다.`,
  farMutedAndSeen: (far) => `${far} 님이 음소거 상태입니다. 볼 수 있지만 소리는 들리지 않습니다.`,
  noCamera: '켜진 카메라가 없습니다.',
  mayNotHear: (far) =>
    `지금 ${far} 님이 나를 보거나 듣지 못할 수 있습니다. 계속 입력할 수 있습니다.`,

  ifYouAccept: '수락하면 브라우저가 마이크 사용을 물을 수 있으며, 그 후 서로 들을 수 있습니다.',
  browserAsksNow: (far) =>
    `브라우저가 마이크 사용을 묻고 있습니다. ‘허용’을 선택하면 ${far} 님이 들을 수 있습니다.`,
  cameraStaysOff: '카메라는 직접 켤 때까지 꺼져 있습니다.',

  farCameraOff: (far) => `${far} 님의 카메라가 꺼져 있습니다`,
  ownInCorner: '내 화면은 모서리에 보입니다.',
  farPicture: (far) => `${far} 님의 카메라 화면`,
  ownPicture: '내 화면(좌우 반전)',

  endedBySelf: (duration) => `통화를 종료했습니다. 통화 시간 ${duration}.`,
  endedByFar: (far, duration) => `${far} 님이 통화를 종료했습니다. 통화 시간 ${duration}.`,
  devicesOff: '마이크와 카메라가 꺼져 있습니다.',
  declinedByFar: (far) => `${far} 님이 전화를 거절했습니다.`,
  declinedBySelf: (far) => `전화를 거절했습니다. ${far} 님도 알고 있습니다.`,
  cancelledBySelf: '전화를 취소했습니다.',
  cancelledByFar: (far) => `${far} 님이 전화를 취소했습니다.`,
  noAnswer: (far) => `${far} 님이 응답하지 않습니다.`,
  missed: (far) => `${far} 님의 부재중 전화가 있습니다.`,
  busy: (far) => `${far} 님은 다른 통화 중입니다.`,
  calledWhileBusy: (far) => `다른 통화 중에 ${far} 님이 전화했습니다.`,
  farMicBlocked: (far) => `통화가 시작되지 않았습니다. ${far} 님의 마이크가 차단되어 있습니다.`,
  farNoMicrophone: (far) => `통화가 시작되지 않았습니다. ${far} 님에게 작동하는 마이크가 없습니다.`,
  ownMicBlocked: '통화가 시작되지 않았습니다. 마이크가 차단되어 있습니다.',
  ownNoMicrophone: '통화가 시작되지 않았습니다. 작동하는 마이크가 없습니다.',
  unreachable: (far) => `${far} 님에게 연결할 수 없습니다.`,
  connectionLost: (far, duration) => `${far} 님과의 연결이 끊어졌습니다. 통화 시간 ${duration}.`,
  sessionEnded: '채팅 또는 통화가 꺼져서 통화가 종료되었습니다.',
  chatOpen: (far) => `${far} 님과 채팅 중입니다.`,

  micBlocked: '마이크가 차단되어 있습니다',
  micBlockedWhy: '이 페이지에서 마이크를 사용할 수 없어 통화가 시작되지 않았습니다.',
  micBlockedSteps:
    '주소 옆의 사이트 설정을 여세요.\n마이크를 ‘허용’으로 설정하세요.\n돌아와서 다시 시도하세요.',
  micMissing: '마이크를 찾을 수 없습니다',
  micMissingWhy: '마이크나 헤드셋을 연결한 후 다시 시도하세요.',
  micBusy: '마이크가 사용 중입니다',
  micBusyWhy: '다른 앱이 사용하고 있습니다. 그 앱을 닫고 다시 시도하세요.',
  micFailed: '마이크가 시작되지 않았습니다',
  micFailedWhy: '브라우저가 마이크를 열지 못했습니다. 다시 시도하거나 브라우저를 다시 시작하세요.',
  cameraBlocked: '카메라가 차단되어 있습니다',
  cameraBlockedWhy: '이 페이지에서 카메라를 사용할 수 없습니다.',
  cameraBlockedSteps:
    '주소 옆의 사이트 설정을 여세요.\n카메라를 ‘허용’으로 설정하세요.\n돌아와서 다시 시도하세요.',
  cameraMissing: '카메라를 찾을 수 없습니다',
  cameraMissingWhy: '카메라를 연결한 후 다시 시도하세요.',
  cameraBusy: '카메라가 사용 중입니다',
  cameraBusyWhy: '다른 앱이 사용하고 있습니다. 그 앱을 닫고 다시 시도하세요.',
  cameraFailed: '카메라가 시작되지 않았습니다',
  cameraFailedWhy:
    '브라우저가 카메라를 열지 못했습니다. 다시 시도하거나 브라우저를 다시 시작하세요.',
  pageForbids: '이 페이지에서 허용되지 않습니다',
  pageForbidsWhy:
    '이 채팅이 들어 있는 페이지가 마이크나 카메라를 금지하고 있습니다. 채팅을 별도의 창에서 열거나 채팅을 계속하세요.',
  insecurePage: '이 페이지는 안전하지 않습니다',
  insecurePageWhy:
    '브라우저는 https 페이지에만 마이크와 카메라를 허용합니다. https로 페이지를 열거나 채팅을 계속하세요.',
  farKnows: (far) =>
    `${far} 님이 내 소리를 듣지 못하며 그 이유를 알고 있습니다. 채팅은 계속됩니다.`,
  callGoesOn: (far) => `음성 통화는 계속됩니다. ${far} 님과 서로 들을 수 있습니다.`,
  soundBlocked: (far) => `아직 ${far} 님의 소리가 들리지 않습니다`,
  soundBlockedWhy: '무언가를 누르기 전에는 브라우저가 소리를 재생하지 않습니다.',
  inAnotherCall: '이미 통화 중입니다',
  inAnotherCallWhy: '먼저 다른 통화를 종료한 후 다시 시도하세요.',
  serverUnreachable: '채팅에 연결할 수 없습니다',
  serverUnreachableWhy:
    '서버가 응답하지 않습니다. 계속 시도하고 있습니다. 인터넷 연결을 확인하세요.',
  idTaken: '이 채팅이 다른 곳에서 열려 있습니다',
  idTakenWhy:
    '다른 탭이나 창에서 이미 사용하고 있습니다. 그 창을 닫으면 이 페이지가 자동으로 이어받습니다.',
  noPath: (far) => `이 네트워크에서는 ${far} 님에게 연결할 수 없습니다`,
  noPathWhy:
    '내 네트워크나 상대방의 네트워크가 연결을 막고 있습니다. 휴대전화 네트워크 등 다른 네트워크를 사용해 보세요.',
  unsupported: '이 브라우저에서는 통화할 수 없습니다',
  unsupportedWhy: 'WebRTC를 지원하지 않습니다. 최신 브라우저를 사용하거나 채팅을 계속하세요.',
  setup: '이 페이지에 통화가 설정되어 있지 않습니다',
  setupWhy:
    '사이트 관리자는 브라우저 콘솔에서 이유를 확인할 수 있습니다. 채팅은 그대로 사용할 수 있습니다.',
};
