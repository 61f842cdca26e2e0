import Daily from '@daily-co/daily-js';
import {
  DailyAudio,
  DailyProvider,
  DailyVideo,
  useDaily,
  useLocalSessionId,
  useParticipantIds,
} from '@daily-co/daily-react';
import { createRoot } from 'react-dom/client';

const room = Daily.createCallObject();

function Call() {
  const daily = useDaily();
  const own = useLocalSessionId();
  const far = useParticipantIds({ filter: 'remote' });
  return (
    <>
      {far.map((id) => (
        <DailyVideo key={id} sessionId={id} type="video" />
      ))}
      <DailyVideo sessionId={own} type="video" automirror />
      <DailyAudio />
      <button onClick={() => daily.setLocalAudio(!daily.localAudio())}>Microphone</button>
      <button onClick={() => daily.setLocalVideo(!daily.localVideo())}>Camera</button>
      <button onClick={() => daily.leave()}>Hang up</button>
    </>
  );
}

createRoot(document.body).render(
  <DailyProvider callObject={room}>
    <Call />
  </DailyProvider>,
);
