import { enConversation } from './en-conversation.js';
import type { Terms } from './terms.js';

const corners = {
  'top-left': '左上',
  'top-right': '右上',
  'bottom-left': '左下',
  'bottom-right': '右下',
};

export const ja: Terms = {
  ...enConversation, // not yet translated
  $code: 'ja',
  $name: '日本語',
  $dir: 'ltr',

  theAgent: 'サポート担当',
  theVisitor: 'ゲスト',
  you: '自分',

  asSentence: (title) => `${title}。`,
  paragraph: (sentences) => sentences.join(''),

  chat: 'チャット',
  conversation: '会話',
  call: '通話',
  callControls: '通話の操作',

  startCall: '音声通話を開始',
  acceptCall: '通話に応答',
  callingCancel: (far) => `${far} さんを呼び出し中、押すとキャンセル`,
  showControls: '通話中、通話の操作を表示',
  microphone: 'マイク',
  camera: 'カメラ',
  endCall: '通話を終了',
  cancelCall: '発信をキャンセル',
  accept: '応答',
  decline: '拒否',
  waitingForBrowser: 'お待ちください…',
  silence: '着信音を消す',
  tryAgain: '再試行',
  keepChatting: 'チャットを続ける',
  hearNow: (far) => `${far} さんの音声を聞く`,
  movePicture: '自分の映像を移動',
  corner: (where) => corners[where],

  noSession: 'このボタンはチャットに属していません',
  noChat: '進行中のチャットはありません',
  notHere: (far) => `${far} さんはまだ参加していません`,
  chatConnecting: 'チャットに接続しています…',
  chatLost: (far) => `${far} さんは現在接続されていません`,
  voipOff: '通話は無効になっています',
  callFirst: '先に音声通話を開始してください',
  noCallNow: '終了する通話はありません',
  askingMicrophone: 'マイクの使用許可を求めています',
  startingCamera: 'カメラを起動しています',

  calling: (far) => `${far} さんを呼び出し中…`,
  incoming: (far) => `${far} さんから着信`,
  connecting: '接続しています…',
  inCallWith: (far) => `${far} さんと通話中`,
  reconnecting: '再接続しています…',
  audioCall: '音声通話',

  browserMayAsk: (far) =>
    `ブラウザーがマイクの使用許可を求めることがあります。カメラはオフのままです。${far} さんにはまだ声が届いていません。`,
  hearSoon: (far) => `まもなく ${far} さんと話せるようになります。`,
  bothHear: (far) => `${far} さんと互いの声が聞こえています。`,
  bothSeeAndHear: (far) => `${far} さんと互いの映像が見え、声が聞こえています。`,
  farSeesAndHearsYou: (far) => `${far} さんにこちらの映像と音声が届いています。`,
  farHearsYou: (far) => `${far} さんにこちらの音声が届いています。`,
  farOnlyHearsYou: (far) => `${far} さんにはこちらの音声だけが届いています。`,
  youAreMuted: (far) => `ミュート中です。${far} さんにこちらの音声は届いていません。`,
  youAreMutedAndSeen: (far) =>
    `ミュート中です。${far} さんに映像は届いていますが、音声は届いていません。`,
  youSeeAndHear: (far) => `${far} さんの映像が見え、声が聞こえています。`,
  youHear: (far) => `${far} さんの声が聞こえています。`,
  farMuted: (far) => `${far} さんはミュート中です。声は聞こえません。`,
  farMutedAndSeen: (far) => `${far} さんはミュート中です。映像は見えますが、声は聞こえません。`,
  noCamera: 'カメラはすべてオフです。',
  mayNotHear: (far) =>
    `現在、${far} さんに映像や音声が届いていない可能性があります。文字の入力は続けられます。`,

  ifYouAccept:
    '応答すると、ブラウザーがマイクの使用許可を求めることがあります。その後、互いの声が聞こえます。',
  browserAsksNow: (far) =>
    `ブラウザーがマイクの使用許可を求めています。「許可」を選ぶと、${far} さんに声が届きます。`,
  cameraStaysOff: 'カメラは、ご自身でオンにするまでオフのままです。',

  farCameraOff: (far) => `${far} さんのカメラはオフです`,
  ownInCorner: '自分の映像は隅に表示されています。',
  farPicture: (far) => `${far} さんのカメラの映像`,
  ownPicture: '自分の映像（左右反転）',

  endedBySelf: (duration) => `通話を終了しました。通話時間 ${duration}。`,
  endedByFar: (far, duration) => `${far} さんが通話を終了しました。通話時間 ${duration}。`,
  devicesOff: 'マイクとカメラはオフです。',
  declinedByFar: (far) => `${far} さんが通話を拒否しました。`,
  declinedBySelf: (far) => `通話を拒否しました。${far} さんにも伝わっています。`,
  cancelledBySelf: '発信をキャンセルしました。',
  cancelledByFar: (far) => `${far} さんが発信をキャンセルしました。`,
  noAnswer: (far) => `${far} さんからの応答がありません。`,
  missed: (far) => `${far} さんからの不在着信があります。`,
  busy: (far) => `${far} さんは別の通話中です。`,
  calledWhileBusy: (far) => `別の通話中に ${far} さんから着信がありました。`,
  farMicBlocked: (far) => `通話は始まりませんでした。${far} さんのマイクがブロックされています。`,
  farNoMicrophone: (far) => `通話は始まりませんでした。${far} さんに使えるマイクがありません。`,
  ownMicBlocked: '通話は始まりませんでした。マイクがブロックされています。',
  ownNoMicrophone: '通話は始まりませんでした。使えるマイクがありません。',
  unreachable: (far) => `${far} さんに接続できませんでした。`,
  connectionLost: (far, duration) => `${far} さんとの接続が切れました。通話時間 ${duration}。`,
  sessionEnded: 'チャットまたは通話が無効になったため、通話は終了しました。',
  chatOpen: (far) => `${far} さんとチャット中です。`,

  micBlocked: 'マイクがブロックされています',
  micBlockedWhy: 'このページにマイクの使用が許可されていないため、通話は始まりませんでした。',
  micBlockedSteps:
    'アドレスの横にあるサイトの設定を開きます。\nマイクを「許可」にします。\nこの画面に戻り、もう一度お試しください。',
  micMissing: 'マイクが見つかりません',
  micMissingWhy: 'マイクまたはヘッドセットを接続して、もう一度お試しください。',
  micBusy: 'マイクは使用中です',
  micBusyWhy: '別のアプリケーションが使用しています。それを閉じて、もう一度お試しください。',
  micFailed: 'マイクを起動できませんでした',
  micFailedWhy:
    'ブラウザーがマイクを開けませんでした。もう一度試すか、ブラウザーを再起動してください。',
  cameraBlocked: 'カメラがブロックされています',
  cameraBlockedWhy: 'このページにカメラの使用が許可されていません。',
  cameraBlockedSteps:
    'アドレスの横にあるサイトの設定を開きます。\nカメラを「許可」にします。\nこの画面に戻り、もう一度お試しください。',
  cameraMissing: 'カメラが見つかりません',
  cameraMissingWhy: 'カメラを接続して、もう一度お試しください。',
  cameraBusy: 'カメラは使用中です',
  cameraBusyWhy: '別のアプリケーションが使用しています。それを閉じて、もう一度お試しください。',
  cameraFailed: 'カメラを起動できませんでした',
  cameraFailedWhy:
    'ブラウザーがカメラを開けませんでした。もう一度試すか、ブラウザーを再起動してください。',
  pageForbids: 'このページでは許可されていません',
  pageForbidsWhy:
    'このチャットを表示しているページが、マイクまたはカメラを禁止しています。チャットを別のウィンドウで開くか、チャットを続けてください。',
  insecurePage: 'このページは安全ではありません',
  insecurePageWhy:
    'ブラウザーは https のページにだけマイクとカメラを許可します。https でページを開くか、チャットを続けてください。',
  farKnows: (far) =>
    `${far} さんにこちらの声は聞こえませんが、理由は伝わっています。チャットは続いています。`,
  callGoesOn: (far) => `音声通話は続いています。${far} さんと互いの声が聞こえています。`,
  soundBlocked: (far) => `${far} さんの声はまだ聞こえません`,
  soundBlockedWhy: '何かを押すまで、ブラウザーは音声を再生しません。',
  inAnotherCall: 'すでに通話中です',
  inAnotherCallWhy: '先に別の通話を終了して、もう一度お試しください。',
  serverUnreachable: 'チャットに接続できません',
  serverUnreachableWhy:
    'サーバーが応答しません。接続を試み続けています。インターネット接続を確認してください。',
  idTaken: 'このチャットは別の場所で開かれています',
  idTakenWhy:
    '別のタブまたはウィンドウで使用中です。それを閉じると、このページが自動的に引き継ぎます。',
  noPath: (far) => `このネットワークから ${far} さんに接続できません`,
  noPathWhy:
    'こちらまたは相手側のネットワークが通信を通していません。スマートフォンの回線など、別のネットワークをお試しください。',
  unsupported: 'このブラウザーでは通話できません',
  unsupportedWhy: 'WebRTC に対応していません。最新のブラウザーを使うか、チャットを続けてください。',
  setup: 'このページでは通話が設定されていません',
  setupWhy: 'サイトの管理者は、ブラウザーのコンソールで理由を確認できます。チャットは使えます。',
};
