declare global {
  interface Window {
    /** The far side's candidate as it is to be known here; null drops it. Given by the test. */
    onWire(candidate: string): Promise<string | null>;
  }
}

/** What a connection is told of the far side's addresses by, in today's forms alone. */
interface Addressed {
  addIceCandidate: (this: RTCPeerConnection, given?: RTCIceCandidateInit | null) => Promise<void>;
  setRemoteDescription: (
    this: RTCPeerConnection,
    given: RTCSessionDescriptionInit,
  ) => Promise<void>;
}

/**
 * Runs in a page before any script of its own, in any browser: every candidate of the far side is
 * taken for what `window.onWire` says of it, so that all packets pass the wire.
 */
export function throughWire(): void {
  const prototype: Addressed = RTCPeerConnection.prototype;
  const { addIceCandidate: add, setRemoteDescription: describe } = prototype;

  // A browser takes a connection's calls one after the other; asking must not change that.
  const turns = new WeakMap<RTCPeerConnection, Promise<unknown>>();
  const inTurn = (connection: RTCPeerConnection, act: () => Promise<void>): Promise<void> => {
    const turn = (turns.get(connection) ?? Promise.resolve()).then(act);
    turns.set(
      connection,
      turn.catch(() => undefined),
    );
    return turn;
  };

  const rewritten = async (sdp: string): Promise<string> => {
    const lines = await Promise.all(
      sdp.split('\r\n').map(async (line) => {
        if (!line.startsWith('a=candidate:')) return line;
        const known = await window.onWire(line.slice(2));
        return known === null ? null : `a=${known}`;
      }),
    );
    return lines.filter((line) => line !== null).join('\r\n');
  };

  prototype.addIceCandidate = function (given) {
    return inTurn(this, async () => {
      if (!given?.candidate) return add.call(this, given);
      const candidate = await window.onWire(given.candidate);
      if (candidate === null || this.signalingState === 'closed') return;
      const { sdpMid = null, sdpMLineIndex = null, usernameFragment = null } = given;
      return add.call(this, { candidate, sdpMid, sdpMLineIndex, usernameFragment });
    });
  };
  prototype.setRemoteDescription = function ({ type, sdp = '' }) {
    return inTurn(this, async () => describe.call(this, { type, sdp: await rewritten(sdp) }));
  };
}
