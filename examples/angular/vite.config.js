import { defineConfig } from 'vite';

// Nothing of Angular’s own: its compiler comes along into the page, which makes it large.
export default defineConfig({
  define: { ngDevMode: 'false' },
  build: { chunkSizeWarningLimit: 1500 },
});
