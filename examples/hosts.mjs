/** The apps that a bundler makes: one folder each, one framework each. */
export const bundled = ['react', 'vue', 'svelte', 'solid', 'angular', 'server-rendered'];

/** All host apps, in the order in which they call one another. */
export const hosts = ['plain', ...bundled];
