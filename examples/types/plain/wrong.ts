import 'visavis/define';

const session = document.createElement('chat-session');
// wrong: neither agent nor visitor
session.party = 'customer';
// wrong: a rich property of another shape
session.iceServers = [{ url: 'stun:stun.example.org' }];
// wrong: unknown property
session.partyNme = 'Sam';
// wrong: unknown field of an event
session.addEventListener('call-change', (event) => console.log(event.fase));
// wrong: a value that the field never has
session.addEventListener('call-change', (event) => console.log(event.phase === 'ringing'));
// wrong: a handler of another event
session.addEventListener('call-error', (event: MouseEvent) => console.log(event.clientX));
// wrong: a command without its argument
await session.setCamera();
// wrong: state is read, not written
session.session = session.session;
export {};
