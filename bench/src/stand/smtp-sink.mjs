// Starts the mail sink in a process of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Returns the port and how to stop it. */
export async function startSink() {
  const script = fileURLToPath(new URL('../tasks/smtp-sink.mjs', import.meta.url));
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout, 'data');
  return {
    port: Number(String(line).trim()),
    close: async () => {
      child.stdin.end();
      await once(child, 'exit');
    },
  };
}

/** Runs `act` for every item, so many at a time. */
export async function inParallel(items, width, act) {
  let next = 0;
  const worker = async () => {
    while (next < items.length) await act(items[next++]);
  };
  await Promise.all(Array.from({ length: width }, worker));
}
