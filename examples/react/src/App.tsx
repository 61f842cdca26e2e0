import { useRef, useState } from 'react';
import type { CallError, ChatSession } from 'visavis';
import { chat } from '../../shared/chat.js';

export function App() {
  const session = useRef<ChatSession>(null);
  const [open, setOpen] = useState(true);
  const [voip, setVoip] = useState(true);
  const [video, setVideo] = useState(true);
  const [remoteName, setRemoteName] = useState(chat.remoteName);
  const [messages, setMessages] = useState(chat.messages);
  const [swapped, setSwapped] = useState(false);
  const [events, setEvents] = useState<readonly string[]>([]);

  const tell = (line: string) => setEvents((lines) => [...lines, line]);
  const refused = ({ code }: CallError) => tell(`refused: ${code}`);

  const panels = [
    <section key="chat" className="panel" aria-label="Chat">
      {open ? (
        <chat-session
          ref={session}
          party={chat.party}
          party-name={chat.partyName}
          remote-name={remoteName}
          server={chat.server}
          peer-id={chat.peerId}
          remote-id={chat.remoteId}
          voip={voip}
          video={video}
          iceServers={chat.iceServers}
          devices={chat.devices}
          oncall-change={({ previous, phase }) => tell(`call: ${previous} → ${phase}`)}
          oncamera-change={({ who, on }) => tell(`camera: ${who} ${on ? 'on' : 'off'}`)}
          oncall-error={({ code }) => tell(`error: ${code}`)}
        >
          <header>
            <h1>{remoteName}</h1>
            <headset-button />
          </header>
          <div className="call">
            <call-status />
            <call-prompt />
            <call-stage>
              <self-view-pip />
            </call-stage>
            <div className="call-controls">
              <mic-toggle />
              <video-toggle />
              <hangup-button show-label />
            </div>
          </div>
          <ol className="conversation">
            {messages.map((text, index) => (
              <li key={index}>{text}</li>
            ))}
          </ol>
        </chat-session>
      ) : (
        <p>The chat is closed.</p>
      )}
    </section>,
    <section key="events" className="panel" aria-label="Events">
      <header>
        <h2>Events</h2>
      </header>
      <ol>
        {events.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ol>
    </section>,
  ];

  return (
    <main className="desk">
      <fieldset>
        <legend>React</legend>
        <label>
          <input type="checkbox" checked={voip} onChange={() => setVoip(!voip)} /> Calls
        </label>
        <label>
          <input type="checkbox" checked={video} onChange={() => setVideo(!video)} /> Video
        </label>
        <label>
          Their name
          <input
            type="text"
            value={remoteName}
            onChange={({ target }) => setRemoteName(target.value)}
          />
        </label>
        <button onClick={() => session.current?.startCall().catch(refused)}>Call</button>
        <button onClick={() => session.current?.hangUp().catch(refused)}>Hang up</button>
        <button onClick={() => setMessages([...messages, 'Are you there?'])}>New message</button>
        <button onClick={() => setSwapped(!swapped)}>Swap panels</button>
        <button onClick={() => setOpen(!open)}>{open ? 'Close chat' : 'Open chat'}</button>
      </fieldset>
      <div className="panels">{swapped ? panels.toReversed() : panels}</div>
    </main>
  );
}
