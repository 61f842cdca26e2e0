import { useRef, useState } from 'react';
import type { CallChangeEvent, ChatSession } from 'visavis';
import { testDevices } from 'visavis/testing';

const iceServers: RTCIceServer[] = [{ urls: 'stun:stun.example.org' }];
const devices = testDevices();

export function Panel({ agent }: { agent: string }) {
  const session = useRef<ChatSession>(null);
  const [phase, setPhase] = useState<CallChangeEvent['phase']>('idle');
  return (
    <>
      <chat-session
        ref={session}
        id="chat"
        className="panel"
        style={{ color: 'inherit' }}
        aria-label="Call"
        party="visitor"
        party-name="Sam"
        remoteId={agent}
        ring-timeout={20}
        voip
        video={phase !== 'idle'}
        iceServers={iceServers}
        devices={devices}
        oncall-change={(event) => setPhase(event.phase)}
        oncall-request={(event) => event.preventDefault()}
        oncall-error={(event) => console.log(event.code, event.currentTarget.peerId)}
        onClick={(event) => event.currentTarget.session.snapshot.call.phase}
      >
        <call-status>
          <b slot="meta">good</b>
        </call-status>
        <call-stage>
          <self-view-pip corner="top-left" />
        </call-stage>
        <mic-toggle show-label onmute-request={(event) => console.log(event.muted)} />
        <video-toggle showLabel={false} key="camera" />
      </chat-session>
      <headset-button for="chat" class="round" />
      <chat-launcher floating onlauncher-change={({ open }) => console.log(open)}>
        <visitor-chat party-name="Sam" voip />
      </chat-launcher>
      <button onClick={() => session.current?.startCall()}>Call</button>
    </>
  );
}
