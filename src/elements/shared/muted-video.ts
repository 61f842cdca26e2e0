/** A picture is never heard: the far side's sound has a player of its own, and one's own would be an echo. */
export function muteVideo(root: ParentNode): void {
  const video = root.querySelector('video');
  // By property, and each time: an attribute counts for a video that a parser makes.
  if (video) video.muted = true;
}
