const query = new URLSearchParams(location.search);

export const party = query.get('party') === 'agent' ? 'agent' : 'visitor';
export const far = party === 'agent' ? 'visitor' : 'agent';
export const room = query.get('room') ?? '';
/** How many chats are open in the page. */
export const count = Number(query.get('count') ?? 1);
