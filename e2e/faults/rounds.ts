const suite = process.env.VISAVIS_SUITE ?? '';
const isLong = ['faults', 'cells'].includes(suite) && !process.env.CI;

/** How many rounds a run takes: all of them only in the long one, and CI has no time for that. */
export const rounds = (quick: number, long: number): number => (isLong ? long : quick);

/** How many cuts make a cell; `VISAVIS_CUTS` for another count. */
export const cutsInACell = Number(process.env.VISAVIS_CUTS ?? rounds(2, 20));
