/** A length of time as a clock shows it: 04:12, 1:04:12. */
export function clockTime(duration: number): string {
  const seconds = Math.floor(duration / 1000);
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  const hours = Math.floor(seconds / 3600);
  return hours > 0 ? `${hours}:${parts.join(':')}` : parts.join(':');
}
