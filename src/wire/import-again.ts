const again = new Map<string, Promise<unknown>>();
let tries = 0;

/**
 * Imports a module that may not have come the last time. Browsers may keep that failure under the
 * module's address for as long as the page lives, so it is fetched under another one.
 */
export async function importAgain<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    const [url] = /https?:\S+/.exec(String(error)) ?? [];
    if (!url) throw error;
    const fetched =
      again.get(url) ??
      import(/* webpackIgnore: true */ /* @vite-ignore */ `${url}?${(tries += 1)}`);
    again.set(url, fetched);
    fetched.catch(() => again.delete(url));
    return fetched as Promise<Module>;
  }
}
