// A call: what measures its path, shows it and tells of it. Comes with the first one.
// Here already by then; named so that the bundler makes no file of what both share.
import './chat-parts.js';
import '../define/network-quality.js';

export * from '../elements/call-status/network.js';
export { QualityWatch } from '../session/quality-watch.js';
