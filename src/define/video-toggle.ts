import { VideoToggle } from '../elements/video-toggle/video-toggle.js';
import { mayDefine, prepare } from './may-define.js';

prepare();
if (mayDefine('video-toggle', VideoToggle)) customElements.define('video-toggle', VideoToggle);

declare global {
  interface HTMLElementTagNameMap {
    'video-toggle': VideoToggle;
  }
}
