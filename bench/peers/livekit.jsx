import {
  ConnectionStateToast,
  DisconnectButton,
  LiveKitRoom,
  RoomAudioRenderer,
  StartAudio,
  TrackToggle,
  useTracks,
  VideoTrack,
} from '@livekit/components-react';
import { Track } from 'livekit-client';
import { createRoot } from 'react-dom/client';

function Pictures() {
  return useTracks([Track.Source.Camera]).map((track) => (
    <VideoTrack key={track.publication.trackSid} trackRef={track} />
  ));
}

createRoot(document.body).render(
  <LiveKitRoom serverUrl="wss://rooms.example" token="token" audio video={false}>
    <Pictures />
    <RoomAudioRenderer />
    <StartAudio label="Tap to hear" />
    <ConnectionStateToast />
    <TrackToggle source={Track.Source.Microphone} />
    <TrackToggle source={Track.Source.Camera} />
    <DisconnectButton>Hang up</DisconnectButton>
  </LiveKitRoom>,
);
