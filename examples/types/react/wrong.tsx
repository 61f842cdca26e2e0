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
    {/* wrong: unknown property */}
    <chat-session partyNme="Sam" />
    {/* wrong: unknown field of an event */}
    <chat-session oncall-change={(event) => event.fase} />
    {/* wrong: a value that the field never has */}
    <chat-session oncall-change={(event) => event.phase === 'ringing'} />
    {/* wrong: a handler of another event */}
    <chat-session oncall-error={(event: MouseEvent) => event.clientX} />
    {/* wrong: no handler */}
    <video-toggle oncamera-request="log" />
    {/* wrong: no tag of the kit */}
    <video-togle />
  </>
);
