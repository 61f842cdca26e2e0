import { test as base } from '@playwright/test';
import { Wire } from '../e2e/faults/wire.js';
import { shownAddresses } from '../e2e/faults/fixture.js';
import { port } from '../e2e/port.js';

/** `wire`: the network between the two pages of a call. */
export const test = base.extend<{ wire: Wire }>({
  launchOptions: [
    async ({ launchOptions }, use) => {
      const { args = [] } = launchOptions;
      await use({ ...launchOptions, args: [...args, shownAddresses] });
    },
    { scope: 'worker' },
  ],
  wire: async ({}, use) => {
    const wire = await Wire.open(port);
    await use(wire);
    await wire.close();
  },
});
