// How many messages are lost, doubled or reordered when two sides talk over a path that breaks all the
// time, pages are reloaded and stores are lost: node bench/conversation/talk.mjs [messages]
import { build } from 'esbuild';
import { root } from '../../scripts/run.mjs';

const wanted = Number(process.argv[2] ?? 100_000);
const file = `${root}node_modules/.cache/visavis/random-talk.mjs`;
await build({
  absWorkingDir: root,
  entryPoints: ['src/testing/random-talk.ts'],
  outfile: file,
  bundle: true,
  format: 'esm',
  platform: 'node',
});
const { faultsOf, talkAtRandom } = await import(file);

const sum = { messages: 0, talks: 0, lost: 0, doubled: 0, reordered: 0 };
const begun = performance.now();
for (let seed = 1; sum.messages < wanted; seed += 1) {
  // Every other path loses single messages too.
  const sides = talkAtRandom(seed, 2000, { lossy: seed % 2 === 0 });
  for (const { written } of sides) sum.messages += written.length;
  for (const [fault, count] of Object.entries(faultsOf(sides))) sum[fault] += count;
  sum.talks += 1;
}
const seconds = (performance.now() - begun) / 1000;
console.log(JSON.stringify({ ...sum, seconds: Number(seconds.toFixed(1)) }));
process.exit(sum.lost + sum.doubled + sum.reordered > 0 ? 1 : 0);
