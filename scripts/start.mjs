import './ensure-installed.mjs';

// Imported only now: a static import is resolved before anything is installed.
const { main } = await import('../demo/server.mjs');
await main();
