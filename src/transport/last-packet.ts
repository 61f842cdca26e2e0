/** The fields of `RTCInboundRtpStreamStats` that are read here. */
interface Inbound {
  readonly type: string;
  readonly packetsReceived?: number;
  readonly lastPacketReceivedTimestamp?: number;
}

/**
 * When the last packet of a line came, in milliseconds on the clock of `performance.now()`; how many have come where a
 * browser does not tell; undefined before the first. Not by `getSynchronizationSources()`: that tells what was played,
 * after a long break by seconds later.
 */
export async function lastPacket(
  receiver: RTCRtpReceiver | undefined,
): Promise<number | undefined> {
  const stats = (await receiver?.getStats()) as Map<string, Inbound> | undefined;
  const line = [...(stats?.values() ?? [])].find(({ type }) => type === 'inbound-rtp');
  const at = line?.lastPacketReceivedTimestamp;
  return at === undefined ? line?.packetsReceived : at - performance.timeOrigin;
}
