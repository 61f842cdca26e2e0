#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { collectDefaultMetrics } from 'prom-client';
import { createServer } from './server.js';
import { help, SettingsError, settingsOf } from './settings.js';

const asked = settle();
if (asked === 'help') console.log(help());
else if (asked === 'version') console.log(version());
else await serve(asked).catch(explain);

function settle() {
  try {
    return settingsOf(process.argv.slice(2), process.env);
  } catch (error) {
    return explain(error);
  }
}

async function serve(settings: Exclude<typeof asked, string>): Promise<void> {
  const server = await createServer(settings);
  collectDefaultMetrics({ register: server.registry });
  await server.listen();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // The second time, whoever asks has no more patience.
    process.once(signal, () => {
      process.once(signal, () => process.exit(1));
      void server.close().then(() => process.exit(0));
    });
  }
}

function version(): string {
  const file = new URL('../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** In a sentence, when it is one that whoever starts the server can do something about. */
function explain(error: unknown): never {
  const { code, port } = error as { code?: string; port?: number };
  if (error instanceof SettingsError) fail(error.message);
  if (code === 'EADDRINUSE') fail(`Port ${port} is already in use: choose another by --port.`);
  if (code === 'EACCES') fail(`Port ${port} needs more rights: choose one above 1023.`);
  if (code === 'EADDRNOTAVAIL') fail('The host is no address of this machine.');
  throw error;
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
