import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { root } from './run.mjs';

process.chdir(root);

const [tag = '', ...rest] = process.argv.slice(2);
// HTML took these before there were custom elements.
const reserved = /^(annotation-xml|color-profile|font-face(-\w+)?|missing-glyph)$/;
if (rest.length > 0 || !/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(tag) || reserved.test(tag)) {
  fail('Give one tag in lower case with a hyphen, such as: npm run create -- call-timer');
}

const name = tag.replace(/(?:^|-)(.)/g, (_match, letter) => letter.toUpperCase());
const title = tag[0].toUpperCase() + tag.slice(1).replaceAll('-', ' ');

const files = {
  [`src/elements/${tag}/${tag}.ts`]: `\
import { type CSSResultGroup, html } from 'lit';
import { SessionController } from '../../context/session-controller.js';
import { inCall } from '../../session/snapshot.js';
import { SessionElement } from '../shared/session-element.js';
import { styles } from './${tag}.styles.js';

/**
 * @summary What it is for, in one sentence.
 * @tag ${tag}
 * @slot - What it says.
 * @csspart base - The element's box.
 * @cssState live - A call goes on.
 */
export class ${name} extends SessionElement {
  static override readonly styles: CSSResultGroup = styles;

  readonly #call = new SessionController(this, ({ call }) => ({ live: inCall(call) }));

  protected override willUpdate(): void {
    this.mark('live', this.#call.value.live);
  }

  protected override render(): unknown {
    return html\`<div part="base"><slot></slot></div>\`;
  }
}
`,
  [`src/elements/${tag}/${tag}.styles.ts`]: `\
import { css } from 'lit';
import { baseStyles } from '../shared/control.styles.js';

export const styles = [
  baseStyles,
  css\`
    :host {
      display: block;
    }
  \`,
];
`,
  [`src/elements/${tag}/${tag}.test.ts`]: `\
import { expect } from '@open-wc/testing';
import '../../define/${tag}.js';
import type { FakeState } from '../../testing/fake-session.js';
import { scene } from '../../testing/scene.js';
import type { ${name} } from './${tag}.js';

const active: FakeState = { call: { phase: 'active', ids: ['1'], startedAt: 0 } };
const elementIn = (state: FakeState) => scene<${name}>('${tag}', state);

describe('<${tag}>', () => {
  it('follows the call', async () => {
    const { element, show } = await elementIn({});
    expect(element.matches(':state(live)')).to.equal(false);
    await show(active);
    expect(element.matches(':state(live)')).to.equal(true);
  });

  const states: Record<string, FakeState> = {
    'before a call': {},
    'in a call': active,
  };
  for (const [name, state] of Object.entries(states)) {
    it(\`is accessible \${name}\`, async () => {
      const { element } = await elementIn(state);
      await expect(element).to.be.accessible();
    });
  }
});
`,
  [`src/define/${tag}.ts`]: `\
import { ${name} } from '../elements/${tag}/${tag}.js';
import { mayDefine, prepare } from './may-define.js';

prepare();
if (mayDefine('${tag}', ${name})) customElements.define('${tag}', ${name});

declare global {
  interface HTMLElementTagNameMap {
    '${tag}': ${name};
  }
}
`,
  [`stories/${tag}.stories.ts`]: `\
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { FakeState } from '../src/testing/index.js';
import { callArea, inSession } from './in-session.js';
import { asAgent, byName, states } from './states.js';

interface Args {
  readonly state: FakeState;
}

const meta = {
  title: 'Call area/${title}',
  component: '${tag}',
  args: { state: states.audio },
  argTypes: { state: byName },
  render: ({ state }) => inSession(state, html\`<${tag}>${title}</${tag}>\`, callArea),
} satisfies Meta<Args>;

export default meta;
type Story = StoryObj<Args>;

export const BeforeACall: Story = { args: { state: states.idle } };
export const InACall: Story = {};
export const AtTheAgent: Story = { args: { state: asAgent(states.audio) } };
`,
};

const taken = Object.keys(files).filter((file) => existsSync(file));
if (taken.length > 0) fail(`Nothing written, for there is already: ${taken.join(', ')}`);

for (const [file, text] of Object.entries(files)) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
addImport('src/define/all.ts', `import './${tag}.js';`);
addTag('src/cdn/tags.ts', `  '${tag}': () => import('../define/${tag}.js'),`);
addImport('src/index.ts', `export { ${name} } from './elements/${tag}/${tag}.js';`);

console.log(`\
Written:
  ${Object.keys(files).join('\n  ')}
Added to src/define/all.ts, src/index.ts and src/cdn/tags.ts. In src/cdn/, say too whether a page begins
with it (visavis.ts) or a chat brings it (in-chat.ts).
Next: npm run manifest, then npm test -- unit stories`);

// Keeps the lines of one folder in the order of their paths.
function addImport(file, line) {
  const pathOf = (text) => /from '(.*)'|^import '(.*)'/.exec(text)?.slice(1).find(Boolean) ?? '';
  const folder = dirname(dirname(pathOf(line)));
  const lines = readFileSync(file, 'utf8').split('\n');
  const siblings = lines.filter(
    (text) => dirname(dirname(pathOf(text))) === folder && pathOf(text),
  );
  const next = siblings.find((text) => pathOf(text) > pathOf(line));
  let at = next ? lines.indexOf(next) : lines.lastIndexOf(siblings.at(-1)) + 1;
  // The one that follows may be the last line of a longer export.
  while (next && !/^(im|ex)port /.test(lines[at])) at -= 1;
  lines.splice(at, 0, line);
  writeFileSync(file, lines.join('\n'));
}

function addTag(file, line) {
  const lines = readFileSync(file, 'utf8').split('\n');
  const next = lines.findIndex((text) => text === '};' || (/^  '/.test(text) && text > line));
  lines.splice(next, 0, line);
  writeFileSync(file, lines.join('\n'));
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
