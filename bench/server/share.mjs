// A share of one core for one process, by Linux' control groups: so that a machine of few cores can stand for many.
import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';

// Microseconds. Shorter than the system's own, so that nobody waits long for their turn.
const period = 10_000;

const groups = '/sys/fs/cgroup';
const isFirst = existsSync(`${groups}/cpu/cpu.cfs_quota_us`);
const parent = isFirst ? `${groups}/cpu` : groups;

/** Why there is none here; undefined when there is. */
export function noShare() {
  const name = `${parent}/visavis-bench-${process.pid}-try`;
  try {
    mkdirSync(name);
    const file = isFirst ? 'cpu.cfs_quota_us' : 'cpu.max';
    if (existsSync(`${name}/${file}`)) return undefined;
    return 'the system gives no shares of a core (cpu is no controller of its control groups)';
  } catch ({ code }) {
    return `a share of a core can only be given by root, with control groups (${code})`;
  } finally {
    if (existsSync(name)) rmdirSync(name);
  }
}

/** Holds a process to that share of a core; what it gives back ends that, once the process has ended. */
export function hold(pid, share) {
  const name = `${parent}/visavis-bench-${process.pid}-${pid}`;
  const quota = Math.round(share * period);
  mkdirSync(name);
  if (isFirst) {
    writeFileSync(`${name}/cpu.cfs_period_us`, String(period));
    writeFileSync(`${name}/cpu.cfs_quota_us`, String(quota));
  } else writeFileSync(`${name}/cpu.max`, `${quota} ${period}`);
  writeFileSync(`${name}/cgroup.procs`, String(pid));
  return () => rmdirSync(name);
}
