import { createSignal, Show } from 'solid-js';
import type { CallChangeEvent, ChatSession } from 'visavis';
import { testDevices } from 'visavis/testing';

const iceServers: RTCIceServer[] = [{ urls: 'stun:stun.example.org' }];

export function Panel(props: { agent: string }) {
  let session: ChatSession | undefined;
  const [phase, setPhase] = createSignal<CallChangeEvent['phase']>('idle');
  return (
    <>
      <chat-session
        ref={session}
        id="chat"
        class="panel"
        classList={{ busy: phase() !== 'idle' }}
        style={{ color: 'inherit' }}
        aria-label="Call"
        party="visitor"
        party-name="Sam"
        prop:remoteId={props.agent}
        ring-timeout={20}
        voip
        video={phase() !== 'idle'}
        prop:iceServers={iceServers}
        devices={testDevices()}
        on:call-change={(event) => setPhase(event.phase)}
        on:call-request={(event) => event.preventDefault()}
        on:call-error={(event) => console.log(event.code, event.currentTarget.peerId)}
        onClick={(event) => event.currentTarget.session.snapshot.call.phase}
      >
        <call-status>
          <b slot="meta">good</b>
        </call-status>
        <Show when={phase() === 'active'}>
          <call-stage>
            <self-view-pip corner="top-left" />
          </call-stage>
        </Show>
        <mic-toggle show-label on:mute-request={(event) => console.log(event.muted)} />
        <video-toggle showLabel={false} />
      </chat-session>
      <headset-button for="chat" />
      <chat-launcher floating on:launcher-change={({ open }) => console.log(open)}>
        <visitor-chat party-name="Sam" voip />
      </chat-launcher>
      <button onClick={() => session?.startCall()}>Call</button>
    </>
  );
}
