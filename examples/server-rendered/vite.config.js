import { defineConfig } from 'vite';

// The server makes the page; what it loads is built here.
export default defineConfig({
  build: { rolldownOptions: { input: 'client.js', output: { entryFileNames: '[name].js' } } },
});
