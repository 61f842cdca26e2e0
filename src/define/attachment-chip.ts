import { AttachmentChip } from '../elements/attachment-chip/attachment-chip.js';
import { mayDefine, prepare } from './may-define.js';

prepare();
if (mayDefine('attachment-chip', AttachmentChip))
  customElements.define('attachment-chip', AttachmentChip);

declare global {
  interface HTMLElementTagNameMap {
    'attachment-chip': AttachmentChip;
  }
}
