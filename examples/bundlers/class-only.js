import { VideoToggle } from 'visavis';

globalThis.host = { VideoToggle };
