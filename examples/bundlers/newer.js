import { VideoToggle } from 'visavis';
import 'visavis/define';

customElements.define('newer-camera', class extends VideoToggle {});
