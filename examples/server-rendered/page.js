// What the server draws and the page takes over: one template for both.
import { html } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';

/** Which chat this is, and whose side, from the page's address. */
export function readChat(query) {
  const room = query.get('room') ?? 'demo';
  const names = { agent: 'Anna', visitor: 'Sam' };
  const party = query.get('party') === 'agent' ? 'agent' : 'visitor';
  const far = party === 'agent' ? 'visitor' : 'agent';
  return {
    party,
    partyName: names[party],
    remoteName: names[far],
    peerId: `${party}-${room}`,
    remoteId: `${far}-${room}`,
    iceServers: [],
  };
}

/** What a page begins with. */
export const atFirst = ({ remoteName }) => ({
  open: true,
  voip: true,
  video: true,
  swapped: false,
  remoteName,
  messages: ['Hello, this is the support desk.', 'Talking may be quicker: press the headset.'],
  events: [],
});

/** `act` is what a browser does when somebody presses or something happens; a server has none. */
export const page = (chat, state, act) => html`
  <main class="desk">
    <fieldset>
      <legend>Server-rendered</legend>
      <label>
        <input
          type="checkbox"
          .checked=${state.voip}
          @change=${({ target }) => act.set({ voip: target.checked })}
        />
        Calls
      </label>
      <label>
        <input
          type="checkbox"
          .checked=${state.video}
          @change=${({ target }) => act.set({ video: target.checked })}
        />
        Video
      </label>
      <label>
        Their name
        <input
          type="text"
          .value=${state.remoteName}
          @input=${({ target }) => act.set({ remoteName: target.value })}
        />
      </label>
      <button @click=${() => act.startCall()}>Call</button>
      <button @click=${() => act.hangUp()}>Hang up</button>
      <button @click=${() => act.set({ messages: [...state.messages, 'Are you there?'] })}>
        New message
      </button>
      <button @click=${() => act.set({ swapped: !state.swapped })}>Swap panels</button>
      <button @click=${() => act.set({ open: !state.open })}>
        ${state.open ? 'Close chat' : 'Open chat'}
      </button>
    </fieldset>
    <div class="panels">
      ${repeat(
        state.swapped ? [eventsPanel, chatPanel] : [chatPanel, eventsPanel],
        (panel) => panel,
        (panel) => panel(chat, state, act),
      )}
    </div>
  </main>
`;

const chatPanel = (chat, state, act) => html`
  <section class="panel" aria-label="Chat">
    ${state.open ? session(chat, state, act) : html`<p>The chat is closed.</p>`}
  </section>
`;

const session = (chat, state, act) => html`
  <chat-session
    ${ref(act?.session)}
    party=${chat.party}
    party-name=${chat.partyName}
    remote-name=${state.remoteName}
    server="/peerjs"
    peer-id=${chat.peerId}
    remote-id=${chat.remoteId}
    ?voip=${state.voip}
    ?video=${state.video}
    .iceServers=${chat.iceServers}
    .devices=${chat.devices}
    @call-change=${({ previous, phase }) => act.tell(`call: ${previous} → ${phase}`)}
    @camera-change=${({ who, on }) => act.tell(`camera: ${who} ${on ? 'on' : 'off'}`)}
    @call-error=${({ code }) => act.tell(`error: ${code}`)}
  >
    <header>
      <h1>${state.remoteName}</h1>
      <headset-button></headset-button>
    </header>
    <div class="call">
      <call-status></call-status>
      <call-prompt></call-prompt>
      <call-stage><self-view-pip></self-view-pip></call-stage>
      <div class="call-controls">
        <mic-toggle></mic-toggle>
        <video-toggle></video-toggle>
        <hangup-button show-label></hangup-button>
      </div>
    </div>
    <ol class="conversation">
      ${state.messages.map((text) => html`<li>${text}</li>`)}
    </ol>
  </chat-session>
`;

const eventsPanel = (_chat, { events }) => html`
  <section class="panel" aria-label="Events">
    <header><h2>Events</h2></header>
    <ol>
      ${events.map((line) => html`<li>${line}</li>`)}
    </ol>
  </section>
`;
