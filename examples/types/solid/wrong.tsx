export const mistakes = (
  <>
    {/* wrong: neither agent nor visitor */}
    <chat-session party="customer" />
    {/* wrong: no such corner */}
    <self-view-pip corner="middle" />
    {/* wrong: a word where a switch is */}
    <chat-session voip="yes" />
    {/* wrong: an attribute of another type */}
    <chat-session ring-timeout="soon" />
    {/* wrong: a rich property of another shape */}
    <chat-session iceServers={[{ url: 'stun:stun.example.org' }]} />
    {/* wrong: the same, said to be a property */}
    <chat-session prop:iceServers={[{ url: 'stun:stun.example.org' }]} />
    {/* wrong: unknown property */}
    <chat-session partyNme="Sam" />
    {/* wrong: unknown field of an event */}
    <chat-session on:call-change={(event) => event.fase} />
    {/* wrong: a value that the field never has */}
    <chat-session on:call-change={(event) => event.phase === 'ringing'} />
    {/* wrong: a handler of another event */}
    <chat-session on:call-error={(event: MouseEvent) => event.clientX} />
    {/* wrong: no handler */}
    <video-toggle on:camera-request="log" />
    {/* wrong: no tag of the kit */}
    <video-togle />
  </>
);
