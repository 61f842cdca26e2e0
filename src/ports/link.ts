export type Party = 'agent' | 'visitor';

export type LineKind = 'audio' | 'video';

/** Where the link stands. A link that was open and is not any more is `lost` until it is open again. */
export type LinkState =
  | { readonly is: 'connecting' }
  /** Registered with the server; the far side is not there yet. */
  | { readonly is: 'waiting' }
  /** `fresh`: a new connection, so what was on the way on an older one may never have arrived. */
  | { readonly is: 'open'; readonly fresh: boolean }
  /** `left`: the far side said goodbye (closed or reloaded its page); otherwise it fell silent. */
  | { readonly is: 'lost'; readonly left: boolean };

/** Why a link cannot do its work. It keeps trying all the same. */
export type LinkFailure =
  | 'server-unreachable'
  | 'far-absent'
  | 'id-taken'
  /** Another tab of this browser has it. It is taken over by a person's press, or when that tab goes. */
  | 'open-elsewhere'
  /** Both are there, and their networks let nothing through between them. */
  | 'no-path'
  /** More came from the far side than this page could take: it is kept out for a while. */
  | 'flooded'
  | 'unsupported';

export interface LinkConfig {
  readonly party: Party;
  /** Address of the PeerServer, absolute. */
  readonly server: string;
  readonly peerId: string;
  readonly remoteId: string;
  readonly iceServers: readonly RTCIceServer[];
}

export interface LinkListener {
  linkChanged(state: LinkState): void;
  /** A message came, in order; anything at all, so check it. */
  messageReceived(message: unknown): void;
  /** The far side's line is there; it is silent or black until the far side puts a track on it. */
  lineReady(kind: LineKind, track: MediaStreamTrack): void;
  linkFailed(failure: LinkFailure, detail: string): void;
}

/** What files need of the RTCDataChannel beside the messages, so that nothing waits behind a file. */
export interface FileChannel extends EventTarget {
  readonly readyState: RTCDataChannelState;
  /** Bytes. */
  readonly bufferedAmount: number;
  bufferedAmountLowThreshold: number;
  send(bytes: ArrayBuffer): void;
}

/** One RTCPeerConnection that carries a session: ordered messages and media lines; survives drops. */
export interface Link {
  /** Sends at once, in order. A message given to a link that is not open is not sent. */
  send(message: object): void;
  /** Puts a track on a line, or takes it off; kept across reconnections. */
  setTrack(kind: LineKind, track: MediaStreamTrack | null): Promise<void>;
  /** What sends a line now, for how it is sent: priority, bits a second. Tracks are put on by `setTrack`. */
  sender(kind: LineKind): RTCRtpSender | undefined;
  /** For bytes of files, in order; another one for each connection. Undefined while there is none. */
  readonly files: FileChannel | undefined;
  /** In a call a break of the path has to show at once; before it, looking seldom is enough. */
  watch(closely: boolean): void;
  /** What the connection of the moment measures of itself; undefined while there is none. */
  stats(): Promise<RTCStatsReport | undefined>;
  /** Whether something came from both ends at every moment since then, of `performance.now()`. */
  unbrokenSince(moment: number): boolean;
  /** Says goodbye and lets go of everything. */
  close(): void;
}

export type OpenLink = (config: LinkConfig, listener: LinkListener) => Link;
