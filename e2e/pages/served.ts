// What a host's script begins with on a page that a server has drawn: Lit's hydration support, then the kit.
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import '../../src/define/all.js';
import { en } from '../../src/i18n/en.js';
import { registerTranslation } from '../../src/i18n/localize.js';
import type { Terms } from '../../src/i18n/terms.js';

const german: Terms = { ...en, $code: 'de', startCall: 'Audioanruf beginnen' };
registerTranslation(german);
