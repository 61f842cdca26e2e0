/** How well one direction of a path carries the call: 1 is hardly, 5 is without any loss to speak of. */
export type PathLevel = 1 | 2 | 3 | 4 | 5;

/** What one second told of the path. What a browser does not measure is undefined. */
export interface PathReading {
  /** How well the far side's sound and picture come in here. */
  readonly received: PathLevel | undefined;
  /** How well what this side sends arrives, by the far browser's own reports; up to 5 s old. */
  readonly sent: PathLevel | undefined;
  /** Part of this side's sound that was lost on the way, from 0 to 1, by the same reports. */
  readonly lost: number | undefined;
  /** Seconds there and back. */
  readonly roundTrip: number | undefined;
  /** Bits a second that the browser believes it can send. */
  readonly available: number | undefined;
}

/** Reads a path once a second: each reading is of what happened since the one before. */
export interface PathMeter {
  /** `cut`: nothing came for a part of that time, which says little of how well it comes else. */
  read(report: RTCStatsReport, cut?: boolean): PathReading;
}
