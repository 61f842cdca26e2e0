/**
 * Stands in for webrtc-adapter in the files under cdn/. The adapter mends browsers older than the
 * kit's own floor (`:state()`, private methods); PeerJS itself only reads this from it.
 */
export default { browserDetails: { browser: 'current', version: 0 } };
