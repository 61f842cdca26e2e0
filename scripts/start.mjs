import './ensure-installed.mjs';

// npm puts a shell in between, which dies of SIGTERM without passing it on.
const parent = process.ppid;
setInterval(() => {
  if (process.env.npm_lifecycle_event && process.ppid !== parent) process.exit(0);
}, 200).unref();

// Imported only now: a static import is resolved before anything is installed.
const { main } = await import('../demo/server.mjs');
await main();
