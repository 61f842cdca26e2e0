import type { DeviceFailure } from '../ports/devices.js';
import type { CallErrorCode } from './call-error.js';
import type { Problem } from './snapshot.js';

const ofDevice: Record<'microphone' | 'camera', Record<DeviceFailure, CallErrorCode>> = {
  microphone: {
    blocked: 'mic-blocked',
    busy: 'mic-busy',
    missing: 'no-microphone',
    failed: 'mic-failed',
    'blocked-by-page': 'blocked-by-page',
    'insecure-page': 'insecure-page',
  },
  camera: {
    blocked: 'camera-blocked',
    busy: 'camera-busy',
    missing: 'no-camera',
    failed: 'camera-failed',
    'blocked-by-page': 'blocked-by-page',
    'insecure-page': 'insecure-page',
  },
};

/** The public code of a problem. */
export function codeOf(problem: Problem): CallErrorCode {
  switch (problem.about) {
    case 'microphone':
    case 'camera':
      return ofDevice[problem.about][problem.code];
    case 'sound':
      return 'sound-needs-press';
    default:
      return problem.code;
  }
}
