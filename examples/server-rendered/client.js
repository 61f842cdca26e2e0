// Takes over what the server has drawn. This import comes first: it teaches Lit to.
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import { hydrate } from '@lit-labs/ssr-client';
import { render } from 'lit';
import { createRef } from 'lit/directives/ref.js';
import 'visavis/define';
import { testDevices } from 'visavis/testing';
import { atFirst, page, readChat } from './page.js';

const query = new URLSearchParams(location.search);
const chat = readChat(query);
chat.iceServers = window.iceServers ?? [];
// No camera here? `?devices=test` makes them up.
if (query.get('devices') === 'test') chat.devices = testDevices({ name: chat.partyName });

let state = atFirst(chat);
const session = createRef();
const refused = ({ code }) => act.tell(`refused: ${code}`);
const act = {
  session,
  set(changes) {
    state = { ...state, ...changes };
    render(page(chat, state, act), document.body);
  },
  tell: (line) => act.set({ events: [...state.events, line] }),
  startCall: () => session.value?.startCall().catch(refused),
  hangUp: () => session.value?.hangUp().catch(refused),
};

hydrate(page(chat, state, act), document.body);
