import type { BrowserCommand } from 'vitest/node';
import type {} from '@vitest/browser-playwright';

/** What a story's test can ask of the browser, for its page. */
export const emulate: BrowserCommand<[media: Media]> = ({ page }, media) =>
  page.emulateMedia(media);

interface Media {
  readonly forcedColors: 'active' | 'none';
}

interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly description?: { readonly value: string };
  readonly properties?: readonly {
    readonly name: string;
    readonly value: { readonly value: unknown };
  }[];
  readonly childIds?: readonly string[];
}

/** The browser's accessibility tree of the story, as screen readers get it: one line for each thing. */
export const accessTree: BrowserCommand = async (command) => {
  const { context, page } = command;
  const story = (await command.frame()).url();
  const client = await context.newCDPSession(page);
  try {
    const { frameTree } = await client.send('Page.getFrameTree');
    const frameId = frameTree.childFrames?.find(({ frame: { url } }) => url === story)?.frame.id;
    if (!frameId) throw new Error(`No frame of ${page.url()} shows ${story}`);
    const { nodes } = (await client.send('Accessibility.getFullAXTree', { frameId })) as {
      nodes: AxNode[];
    };
    return written(nodes);
  } finally {
    await client.detach();
  }
};

declare module 'vitest/browser' {
  interface BrowserCommands {
    emulate(media: Media): Promise<void>;
    accessTree(): Promise<string>;
  }
}

const layout = new Set([
  'InlineTextBox',
  'LineBreak',
  'ListMarker',
  'RootWebArea',
  'none',
  'generic',
]);

/** States worth a line; where two values both say something, "no" is written too. */
const told = new Set(['busy', 'disabled', 'invalid', 'level', 'live', 'modal', 'roledescription']);
const toldEither = new Set(['expanded', 'pressed']);

function written(nodes: readonly AxNode[]): string {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines: string[] = [];
  // A text that only repeats the name of what holds it is left out.
  const write = (node: AxNode, depth: number, within: string): void => {
    const role = node.role?.value ?? '';
    const name = node.name?.value.trim() ?? '';
    const silent = node.ignored || layout.has(role) || (role === 'StaticText' && name === within);
    if (!silent) lines.push('  '.repeat(depth) + lineOf(node, role, name));
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) write(child, silent ? depth : depth + 1, silent ? within : name);
    }
  };
  if (nodes[0]) write(nodes[0], 0, '');
  return `${lines.join('\n')}\n`;
}

function lineOf({ description, properties = [] }: AxNode, role: string, name: string): string {
  const states = properties
    .filter(
      ({ name: state, value }) => toldEither.has(state) || (told.has(state) && isOn(value.value)),
    )
    .map(({ name: state, value }) =>
      value.value === true ? state : `${state}=${String(value.value)}`,
    );
  return [
    role === 'StaticText' ? 'text' : role,
    // The clocks of a call go on.
    name && JSON.stringify(name.replace(/^\d+(:\d\d)+$/, '00:00').replace(/^\d+ sec$/, '0 sec')),
    states.length > 0 && `[${states.join(', ')}]`,
    description?.value && `— ${description.value}`,
  ]
    .filter(Boolean)
    .join(' ');
}

const isOn = (value: unknown): boolean => value !== false && value !== 'false';
