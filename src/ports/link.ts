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
  /** The server is there, and cannot let anybody in just now. */
  | 'server-busy'
  /** The server takes this side's ticket for none, or the host gives it none. Not tried again by itself. */
  | 'not-let-in'
  /** What the host gives as a ticket is none. */
  | 'no-ticket'
  /** The host has ended the session. Not tried again. */
  | 'session-ended'
  | 'far-absent'
  | 'id-taken'
  /** Another tab of this browser has it. It is taken over by a person's press, or when that tab goes. */
  | 'open-elsewhere'
  /** Both are there, and their networks let nothing through between them. */
  | 'no-path'
  /** A TURN server does not take the credentials that it was given. Ways without it are tried all the same. */
  | 'turn-auth'
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
  /** No packet but by way of a TURN server: the far side does not learn this one's address. */
  readonly relayOnly?: boolean | undefined;
  /** The ticket that the server asks for; a stock PeerServer asks for none. */
  readonly token?: string | undefined;
}

/** What may change while a link lives. */
export type LinkRights = Pick<LinkConfig, 'iceServers' | 'token'>;

export interface LinkListener {
  linkChanged(state: LinkState): void;
  /** A message came, in order; anything at all, so check it. */
  messageReceived(message: unknown): void;
  /** The far side's line is there; it is silent or black until the far side puts a track on it. */
  lineReady(kind: LineKind, track: MediaStreamTrack): void;
  linkFailed(failure: LinkFailure, detail: string): void;
  /** The server wants a newer ticket: the link waits for `renew()`. False, or missing: there is none to be had. */
  ticketExpired?(): boolean;
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
  /** The next registration is by this ticket, the next search for a path by these servers; nothing is interrupted. */
  renew(rights: LinkRights): void;
  /** Says goodbye and lets go of everything. */
  close(): void;
}

export type OpenLink = (config: LinkConfig, listener: LinkListener) => Link;
