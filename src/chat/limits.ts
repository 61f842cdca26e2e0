/** UTF-16 units of one message; a longer one is refused where it is written. */
export const maxText = 10_000;
/** UTF-16 units that one edit of a text that is being typed may insert; more goes as a whole. */
export const maxInsert = 2000;
