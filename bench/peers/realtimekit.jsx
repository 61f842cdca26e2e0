import RealtimeKitClient from '@cloudflare/realtimekit';
import { defineCustomElement as cameraToggle } from '@cloudflare/realtimekit-ui/components/rtk-camera-toggle';
import { defineCustomElement as leaveButton } from '@cloudflare/realtimekit-ui/components/rtk-leave-button';
import { defineCustomElement as micToggle } from '@cloudflare/realtimekit-ui/components/rtk-mic-toggle';
import { defineCustomElement as participantTile } from '@cloudflare/realtimekit-ui/components/rtk-participant-tile';
import { defineCustomElement as participantsAudio } from '@cloudflare/realtimekit-ui/components/rtk-participants-audio';
import { defineCustomElement as uiProvider } from '@cloudflare/realtimekit-ui/components/rtk-ui-provider';

for (const define of [
  uiProvider,
  participantTile,
  participantsAudio,
  micToggle,
  cameraToggle,
  leaveButton,
])
  define();
const meeting = await RealtimeKitClient.init({ authToken: 'token' });
document.querySelector('rtk-ui-provider').meeting = meeting;
