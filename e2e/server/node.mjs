// visavis-server in a process of its own, to be stopped by tests.
import { importServer } from '../../scripts/build-server.mjs';

const { createServer } = await importServer();
const server = await createServer({
  secret: process.env.VISAVIS_SECRET,
  port: 0,
  logLevel: 'silent',
});
const port = await server.listen();
process.send?.(port);
process.on('disconnect', () => process.exit());
