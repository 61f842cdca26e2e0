import { createSignal, For, Show } from 'solid-js';
import type { CallError, ChatSession } from 'visavis';
import { chat } from '../../shared/chat.js';

export function App() {
  let session: ChatSession | undefined;
  const [open, setOpen] = createSignal(true);
  const [voip, setVoip] = createSignal(true);
  const [video, setVideo] = createSignal(true);
  const [remoteName, setRemoteName] = createSignal(chat.remoteName);
  const [messages, setMessages] = createSignal(chat.messages);
  const [swapped, setSwapped] = createSignal(false);
  const [events, setEvents] = createSignal<readonly string[]>([]);

  const tell = (line: string) => setEvents((lines) => [...lines, line]);
  const refused = ({ code }: CallError) => tell(`refused: ${code}`);

  const Chat = () => (
    <section class="panel" aria-label="Chat">
      <Show when={open()} fallback={<p>The chat is closed.</p>}>
        <chat-session
          ref={session}
          party={chat.party}
          party-name={chat.partyName}
          remote-name={remoteName()}
          server={chat.server}
          peer-id={chat.peerId}
          remote-id={chat.remoteId}
          prop:voip={voip()}
          prop:video={video()}
          prop:iceServers={chat.iceServers}
          prop:devices={chat.devices}
          on:call-change={({ previous, phase }) => tell(`call: ${previous} → ${phase}`)}
          on:camera-change={({ who, on }) => tell(`camera: ${who} ${on ? 'on' : 'off'}`)}
          on:call-error={({ code }) => tell(`error: ${code}`)}
        >
          <header>
            <h1>{remoteName()}</h1>
            <headset-button />
          </header>
          <div class="call">
            <call-status />
            <call-prompt />
            <call-stage>
              <self-view-pip />
            </call-stage>
            <div class="call-controls">
              <mic-toggle />
              <video-toggle />
              <hangup-button show-label />
            </div>
          </div>
          <ol class="conversation">
            <For each={messages()}>{(text) => <li>{text}</li>}</For>
          </ol>
        </chat-session>
      </Show>
    </section>
  );

  const Events = () => (
    <section class="panel" aria-label="Events">
      <header>
        <h2>Events</h2>
      </header>
      <ol>
        <For each={events()}>{(line) => <li>{line}</li>}</For>
      </ol>
    </section>
  );

  return (
    <main class="desk">
      <fieldset>
        <legend>Solid</legend>
        <label>
          <input type="checkbox" checked={voip()} onChange={() => setVoip(!voip())} /> Calls
        </label>
        <label>
          <input type="checkbox" checked={video()} onChange={() => setVideo(!video())} /> Video
        </label>
        <label>
          Their name
          <input
            type="text"
            value={remoteName()}
            onInput={({ currentTarget }) => setRemoteName(currentTarget.value)}
          />
        </label>
        <button onClick={() => session?.startCall().catch(refused)}>Call</button>
        <button onClick={() => session?.hangUp().catch(refused)}>Hang up</button>
        <button onClick={() => setMessages([...messages(), 'Are you there?'])}>New message</button>
        <button onClick={() => setSwapped(!swapped())}>Swap panels</button>
        <button onClick={() => setOpen(!open())}>{open() ? 'Close chat' : 'Open chat'}</button>
      </fieldset>
      <div class="panels">
        <For each={swapped() ? [Events, Chat] : [Chat, Events]}>{(Panel) => <Panel />}</For>
      </div>
    </main>
  );
}
