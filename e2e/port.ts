/** Where the tests' own demo server listens; `VISAVIS_PORT` lets two checkouts run at once. */
export const port = Number(process.env.VISAVIS_PORT ?? 5391);
