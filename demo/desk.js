// The page of an agent whom visavis-server's waiting room brings visitors: signs in, and opens a chat with each.
const roomUrl = '/peerjs/waiting-room';

// Milliseconds until the waiting room is asked once more when it had no answer.
const retryWait = 3000;

/** One visitor: the chat, and its line in the list. */
class Chat {
  #unread = 0;

  constructor(element, { name, since, tokenUrl }, { choose, leave }) {
    this.element = element;
    this.tokenUrl = tokenUrl;
    this.name = name || 'Visitor';
    this.line = document.createElement('li');
    this.button = document.createElement('button');
    this.button.type = 'button';
    this.note = document.createElement('small');
    const time = new Date(since * 1000).toLocaleTimeString([], { timeStyle: 'short' });
    this.button.append(`${this.name}, since ${time} `, this.note);
    this.button.addEventListener('click', () => choose(this));
    // For who went without a word: there is no end of the chat then, which has a button of its own.
    this.close = document.createElement('button');
    this.close.type = 'button';
    this.close.className = 'close';
    this.close.hidden = true;
    this.close.textContent = 'Close';
    this.close.setAttribute('aria-label', `Close the chat with ${this.name}`);
    this.close.addEventListener('click', () => void leave(this));
    this.line.append(this.button, this.close);

    element.setAttribute('token-url', tokenUrl);
    element.setAttribute('remote-name', this.name);
    element.querySelector('h1').textContent = this.name;
    const initials = [...this.name].slice(0, 1).join('').toUpperCase();
    for (const avatar of element.querySelectorAll('.avatar')) avatar.textContent = initials;
    element.addEventListener('unread-change', ({ count }) => {
      this.#unread = count;
      this.tell();
    });
    for (const type of ['call-change', 'chat-change', 'chat-end']) {
      element.addEventListener(type, () => this.tell());
    }
  }

  /** What needs the agent in a chat that is not in front. */
  tell() {
    const { call, chat } = this.element.session?.snapshot ?? {};
    this.close.hidden = chat !== 'none';
    const says = {
      incoming: 'calls you',
      active: 'in a call',
      reconnecting: 'in a call',
    };
    this.note.textContent =
      says[call?.phase] ??
      (this.#unread > 0 ? `${this.#unread} new` : chat === 'none' ? 'over' : '');
  }
}

/** Signs in for as long as the page is open. Each chat is a copy of the page's own, `first`, and is prepared. */
export async function openDesk(first, prepare) {
  const desk = document.querySelector('.signed-in');
  const takes = desk.querySelector('[name=takes]');
  const status = desk.querySelector('[role=status]');
  const list = desk.querySelector('ul');
  const chats = new Map();
  // An answer that was on its way may still tell of them.
  const left = new Set();
  let again;
  let order;
  first.remove();
  desk.hidden = false;

  const choose = (chosen) => {
    for (const chat of chats.values()) {
      chat.element.hidden = chat !== chosen;
      chat.button.setAttribute('aria-current', chat === chosen);
    }
  };

  const open = (told) => {
    const element = first.cloneNode(true);
    const chat = new Chat(element, told, { choose, leave });
    chats.set(told.tokenUrl, chat);
    list.append(chat.line);
    void prepare(element);
    desk.after(element);
    element.addEventListener('submit', (event) => {
      event.preventDefault();
      void leave(chat);
    });
    // Who writes to somebody is not torn away.
    if (chats.size === 1) choose(chat);
    else element.hidden = true;
  };

  /** The chat is over, and so is the work after it: there is room for the next one. */
  const leave = async (chat) => {
    chats.delete(chat.tokenUrl);
    left.add(chat.tokenUrl);
    chat.element.remove();
    chat.line.remove();
    choose([...chats.values()][0]);
    await fetch(chat.tokenUrl, { method: 'DELETE' }).catch((error) => console.warn(error));
    await ask();
  };

  const ask = async () => {
    clearTimeout(again);
    try {
      order ??= await signIn();
      const { chats: told, waiting, again: seconds } = await serve(order, Number(takes.value));
      const isNew = ({ tokenUrl }) => !chats.has(tokenUrl) && !left.has(tokenUrl);
      for (const one of told.filter(isNew)) open(one);
      status.textContent = inWords(waiting, chats.size);
      again = setTimeout(ask, seconds * 1000);
    } catch (error) {
      console.warn(error);
      order = undefined;
      status.textContent = 'The waiting room does not answer. Trying again…';
      again = setTimeout(ask, retryWait);
    }
  };

  takes.addEventListener('change', ask);
  // Nobody is sent to a page that is closed; its chats stay for a minute, for a reload.
  addEventListener('pagehide', () => order && void serve(order, 0));
  addEventListener('pageshow', ({ persisted }) => persisted && void ask());
  await ask();
}

function inWords(waiting, chats) {
  if (waiting > 0) return waiting === 1 ? 'One visitor is waiting.' : `${waiting} visitors wait.`;
  return chats > 0 ? 'Nobody is waiting.' : 'Nobody is here. Who comes is shown here.';
}

/** A real host looks at who is signed in; this one lets anybody be an agent. */
async function signIn() {
  const id = (sessionStorage['demo-agent'] ??= crypto.randomUUID());
  const response = await fetch(`/sign-in?agent=${id}`, { method: 'POST' });
  if (!response.ok) throw new Error(`POST /sign-in answered ${response.status}.`);
  return response.text();
}

async function serve(order, takes) {
  const response = await fetch(roomUrl, {
    method: 'POST',
    headers: { Authorization: `Bearer ${order}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ party: 'agent', name: 'Anna', takes }),
    keepalive: true,
  });
  if (!response.ok) throw new Error(`POST ${roomUrl} answered ${response.status}.`);
  return response.json();
}
