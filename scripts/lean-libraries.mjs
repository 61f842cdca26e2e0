import { readFile } from 'node:fs/promises';

const data = '(0, $78455e22dea96b8c$export$3157d57b4135e3bc).Data';
const media = '(0, $78455e22dea96b8c$export$3157d57b4135e3bc).Media';
const util = '$4f4134156c446392$export$7debb50ef11d5e0b';

// What a session never reaches: other serializers and media connections, its own ids and cloud
// servers, a log that nobody can switch on, most of an event emitter, and the mending of browsers
// older than the kit's own floor. The names are those that its bundler gave.
const peerjs = [
  { what: 'imports', from: 'import {pack ', to: '\nfunction $parcel$export' },
  { what: 'chunker', from: 'class $fcbcc7538a6776d5$', to: '\nconst $9a84a32bf0bf36bb$' },
  {
    what: 'util',
    from: 'const $4f4134156c446392$var$DEFAULT_CONFIG',
    to: '\nconst $257947e92926277a$',
    put: `const ${util} = {
      randomToken: $0e5fd1585784c252$export$4e61f672936bec77,
    };`,
  },
  {
    what: 'log',
    from: 'const $257947e92926277a$var$LOG_PREFIX',
    to: '\nvar $c4dcfd1d1ea86647$exports',
    put: 'const $257947e92926277a$export$2e2bcd8739ae039 = {};',
  },
  {
    what: 'names of all enums',
    from: '$parcel$export($78455e22dea96b8c$',
    to: '\nvar $78455e22dea96b8c$export$3157',
  },
  {
    what: 'EventEmitter',
    from: 'var $c4dcfd1d1ea86647$exports = {};',
    to: '\nvar $78455e22dea96b8c$exports',
    // As far as PeerJS and the session use it.
    put: `const $c4dcfd1d1ea86647$exports = { EventEmitter: class {
      #listeners = new Map();
      on(event, listener) {
        this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
        return this;
      }
      emit(event, ...args) {
        this.#listeners.get(event)?.forEach((listener) => listener.apply(this, args));
      }
      removeAllListeners() {
        this.#listeners.clear();
      }
    } };`,
  },
  { what: 'Peer.call', from: 'call(peer, stream, options = {}) {', to: '/** Add a data/media' },
  { what: 'Peer.listAllPeers', from: 'listAllPeers(cb', to: '\n}\n' },
  { what: 'Peer.connections', from: 'get connections() {', to: '/**\n\t * true if this peer' },
  ...['$5c1d08c7c57da9a3$export$4a84e95a2324ac29', '$abf266641927cd89$export$2c4e825dc9120f87'].map(
    emptied,
  ),
  {
    what: 'BinaryPack, Raw, Json',
    from: 'class $9fcfddb3ae148f88$',
    to: '\nclass $416260bce337df90$var$PeerOptions',
  },
  // A session names its own id, server and ICE servers, checked before they come here.
  {
    what: 'defaults',
    from: 'let userId;',
    to: 'this._serializers = {\n            ...this',
    put: `this._options = { key: 'peerjs', token: ${util}.randomToken(), ...options };\n`,
  },
  {
    what: 'what a browser supports',
    from: `if (!(0, ${util}).supports.audioVideo`,
    to: 'this._delayedAbort(',
    put: "if (typeof RTCPeerConnection === 'undefined') {",
  },
  {
    what: 'the leaving out of a connection',
    from: 'if (connections) {\n            const index',
    to: '//remove from lost',
    put: 'this._connections.set(connection.peer, connections?.filter((one) => one !== connection) ?? []);\n',
  },
  {
    what: 'the search for a connection',
    from: 'if (!connections) return null;',
    to: '\n    }\n    _delayedAbort',
    put: 'return connections?.find((one) => one.connectionId === connectionId);',
  },
  {
    what: 'what an error is made of',
    from: 'if (typeof err === "string")',
    to: 'this.type = type',
    put: 'super(err?.message ?? err);\n',
  },
  { what: 'hosts', from: '// Detect relative URL host', to: '// Set path correctly' },
  {
    what: 'a path that does not begin at the root',
    from: 'if (this._options.path[0] !==',
    to: 'if (this._options.path[this',
  },
  {
    what: 'its own cloud server',
    from: '// Set whether we use SSL',
    to: 'this._socket = this._create',
  },
  {
    what: 'ids',
    from: '// Ensure alphanumeric id',
    to: '}\n    _createServerConnection',
    put: 'this._initialize(id);\n',
  },
  {
    what: 'errors that its socket never has',
    from: 'socket.on((0, $78455e22dea96b8c$export$3b5c4a4b6354f023).Error',
    to: 'socket.on((0, $78455e22dea96b8c$export$3b5c4a4b6354f023).Disconnected',
  },
  {
    what: 'a close that its socket never has',
    from: 'socket.on((0, $78455e22dea96b8c$export$3b5c4a4b6354f023).Close',
    to: 'return socket;',
  },
  {
    what: 'wrong reconnections',
    from: '} else if (this.destroyed) throw',
    to: '\n    }\n    /**\n\t * Get a list',
    put: '}',
  },
  {
    what: 'connections without a server',
    from: 'options = {\n            serialization: "default"',
    to: 'const dataConnection = new this._serializers[options',
  },
  {
    what: 'queue before an id',
    from: '/** Send queued messages. */',
    to: '/** Exposed send for DC',
  },
  {
    what: 'what waits in it',
    from: "// If we didn't get an ID yet",
    to: 'if (!this._wsOpen()) return;',
  },
  { what: 'its sending', from: 'this._sendQueuedMessages();', to: 'this._scheduleHeartbeat();' },
  { what: 'goodbyes of its own', from: 'if (options?.flush) {', to: 'if (this._negotiator) {' },
  { what: 'the same again', from: 'if (options?.flush) {', to: 'this._buffer = [];' },
  {
    what: 'sending too early',
    from: 'this.emitError((0, $78455e22dea96b8c$export$49ae800c114df41d).NotOpenYet',
    to: 'return;\n        }\n        return this._send',
  },
  {
    what: 'whether it is for data',
    from: `if (this.connection.type === ${data}`,
    to: '{\n                    const dataConnection',
  },
  {
    what: 'whether it is closed already, which does no harm',
    from: 'const peerConnectionNotClosed',
    to: 'peerConnection.close();',
  },
  { what: 'changed offers', from: 'if (this.connection.options.sdpTransform', to: 'try {' },
  { what: 'changed answers', from: 'if (this.connection.options.sdpTransform', to: 'try {' },
  // Who waits for an offer or an answer catches what it throws already.
  ...['offer', 'answer'].flatMap((made) => [
    {
      what: `try within a try: ${made}`,
      from: `try {\n                await peerConnection.setLocalDescription(${made});`,
      to: 'await peerConnection.setLocalDescription',
    },
    {
      what: `catch within a try: ${made}`,
      from: '} catch (err) {\n                ',
      to: '} catch (err_1) {',
    },
  ]),
  // SessionConnection puts its own in their place, or nothing.
  {
    what: 'ICE states',
    from: 'peerConnection.oniceconnectionstatechange = ()',
    to: 'peerConnection.ondatachannel',
  },
  { what: 'tracks that come', from: 'peerConnection.ontrack = (evt)', to: '\n    }\n    cleanup' },
  {
    what: 'tracks that go',
    from: `if (this.connection.type === ${media}`,
    to: '// What do we need',
  },
  { what: 'tracks of calls', from: '_addTracksToConnection(stream', to: '\n}\n' },
  {
    what: 'offers of calls',
    from: `if (payload.type === ${media}`,
    to: `if (payload.type === ${data}`,
  },
  {
    what: 'serializers',
    from: '    raw: (0, $bbaee3f15f714663$',
    to: '\n        }, this._id = null',
  },
  {
    what: 'StreamConnection, MsgPack, MsgPackPeer',
    from: 'class $20dbe68149d7aad9$',
    to: '\nvar $dd0187d7f28e386f$',
  },
  {
    what: 'exports',
    from: 'export {',
    to: '\n//# sourceMappingURL',
    put: `export {
      $416260bce337df90$export$ecd1fc136c422448 as Peer,
      $a229bedbcaa6ca23$export$ff7c9d4c11d94e8b as BufferedConnection,
    };`,
  },
];
// Each name where it is used becomes its string; the lists of names are then of no use.
const enumList =
  /^var (\$78455e22dea96b8c\$export\$\w+) = \/\*#__PURE__\*\/ function\(\w+\) \{([\s\S]*?)^\}\(\{\}\);$/gm;
const enumName = /\(0, (\$78455e22dea96b8c\$export\$\w+)\)\.(\w+)/g;
const logging = /\(0, \$257947e92926277a\$export\$2e2bcd8739ae039\)\.(log|warn|error)\(.*\);?$/gm;

// Every browser that the kit runs in has sheets of an element's own, and no polyfill of shadow trees.
const litStyles = [
  { what: 'whether it has', from: 't.ShadowRoot&&', to: ',s=Symbol()', put: 'true' },
  { what: 'what is no css', from: 'throw Error("Value passed', to: '})(s)+t', put: 'throw s' },
  { what: 'adoptStyles', from: 'if(e)s.adopted', to: 's.adopted' },
  { what: 'style elements', from: 'else for(const e of o)', to: 'export{', put: '},c=t=>t;' },
];

// TypeScript compiles the kit's decorators to the older form.
const litDecorators = [
  { what: 'what only the newer form needs', from: 'import{', to: '\n/**' },
  { what: 'standardProperty', from: 'const o={attribute', to: 'function n(t)' },
  { what: 'which form it is', from: '"object"==typeof o?', to: '((t,e,o)' },
  { what: 'its export', from: ',r as standardProperty', to: '};' },
];

const libraries = [
  {
    name: 'PeerJS 1.5.5',
    file: /peerjs[\\/]dist[\\/]bundler\.mjs$/,
    leave: (text) => withoutEnums(without(text, peerjs)).replace(logging, ';'),
  },
  {
    name: '@lit/reactive-element 2.1.2',
    file: /reactive-element[\\/]css-tag\.js$/,
    leave: (text) => without(text, litStyles),
  },
  {
    name: '@lit/reactive-element 2.1.2',
    file: /reactive-element[\\/]decorators[\\/]property\.js$/,
    leave: (text) => without(text, litDecorators),
  },
];

/**
 * Leaves out of libraries what no page reaches. Both are pinned; when one is not as it was, the build
 * fails.
 */
export const leanLibraries = {
  name: 'lean-libraries',
  setup({ onLoad }) {
    for (const { file } of libraries) {
      onLoad({ filter: file }, async ({ path }) => ({
        contents: lean(path, await readFile(path, 'utf8')),
        loader: 'js',
      }));
    }
  },
};

/** The library's file with all that cut away; undefined for any other file. */
export function lean(path, text) {
  const library = libraries.find(({ file }) => file.test(path));
  try {
    return library?.leave(text);
  } catch (error) {
    throw new Error(`This is not the ${library.name} that is known: ${error.message}`, {
      cause: error,
    });
  }
}

const without = (source, cuts) =>
  cuts.reduce((text, { what, from, to, put = '' }) => {
    const at = text.indexOf(from);
    const end = text.indexOf(to, at);
    if (at < 0 || end < 0) throw new Error(`${what} is not where it was`);
    return text.slice(0, at) + put + text.slice(end);
  }, source);

function withoutEnums(text) {
  const strings = new Map(
    [...text.matchAll(enumList)].flatMap(([, list, names]) =>
      [...names.matchAll(/\["(\w+)"\] = "(.*)";/g)].map(([, name, string]) => [
        `${list}.${name}`,
        JSON.stringify(string),
      ]),
    ),
  );
  return text.replace(enumList, '').replace(enumName, (_all, list, name) => {
    const string = strings.get(`${list}.${name}`);
    if (!string) throw new Error(`${name} is in no enum`);
    return string;
  });
}

function emptied(name) {
  return { what: name, from: `class ${name} `, to: '\n}\n', put: `class ${name} {` };
}
