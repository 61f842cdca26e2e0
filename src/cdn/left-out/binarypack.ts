/** Stands in for PeerJS's binary format in the files under cdn/: a session has a format of its own. */
export const pack = refuse;
export const unpack = refuse;

function refuse(): never {
  throw new Error('visavis: PeerJS’s binary serialization is left out of the CDN build');
}
