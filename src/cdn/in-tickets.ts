// Tickets: what a page brings that has a host which gives them.
// Here already by then; named so that the bundler makes no file of what both share.
import './chat-parts.js';

export { Tickets } from '../session/tickets/tickets.js';
