// What a host's script begins with on a page that a server has drawn: Lit's hydration support, and only then the kit.
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import type { Terms } from '../../src/i18n/terms.js';

await import('../../src/define/all.js');
const { en } = await import('../../src/i18n/en.js');
const { registerTranslation } = await import('../../src/i18n/localize.js');
const german: Terms = { ...en, $code: 'de', startCall: 'Audioanruf beginnen' };
registerTranslation(german);
