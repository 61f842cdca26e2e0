// What the tests open: the demo as `npm start` serves it, and a page with nothing on it.
import { fileURLToPath } from 'node:url';
import { startDemo } from '../demo/server.mjs';

const pages = fileURLToPath(new URL('pages', import.meta.url));
await startDemo({ port: Number(process.env.PORT), folders: [pages] });
