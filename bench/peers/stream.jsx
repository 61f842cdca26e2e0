import {
  CancelCallButton,
  ParticipantView,
  StreamCall,
  StreamVideo,
  StreamVideoClient,
  ToggleAudioPublishingButton,
  ToggleVideoPublishingButton,
  useCallStateHooks,
} from '@stream-io/video-react-sdk';
import { createRoot } from 'react-dom/client';

const client = new StreamVideoClient({ apiKey: 'key', user: { id: 'anna' }, token: 'token' });
const call = client.call('default', 'chat');

function Pictures() {
  return useCallStateHooks()
    .useParticipants()
    .map((participant) => (
      <ParticipantView key={participant.sessionId} participant={participant} />
    ));
}

createRoot(document.body).render(
  <StreamVideo client={client}>
    <StreamCall call={call}>
      <Pictures />
      <ToggleAudioPublishingButton />
      <ToggleVideoPublishingButton />
      <CancelCallButton />
    </StreamCall>
  </StreamVideo>,
);
