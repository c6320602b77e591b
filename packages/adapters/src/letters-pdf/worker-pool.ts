// Worker pool: sheets wait in order for a free thread. A thread that dies or hangs fails its own sheet only and is replaced.
import { Worker } from 'node:worker_threads';
import { letterWorker, type WorkerAnswer, type WorkerJob, type WorkerStart } from './letter-worker.ts';

/** A compiled sheet. */
type Compiled = Readonly<{ pdf: Uint8Array; pages: number }>;
type Waiting = Readonly<{ job: WorkerJob; resolve: (done: Compiled) => void; reject: (error: Error) => void }>;
type Seat = { worker: Worker; busy: Waiting | null; timer: NodeJS.Timeout | null };

export type WorkerPool = Readonly<{
  compile(source: string, sheet: string): Promise<Compiled>;
  close(): Promise<void>;
}>;

/** A pool of at most `size` threads, started when first needed; idle threads do not keep the process alive. */
export function createWorkerPool(start: WorkerStart, size: number, timeoutMs: number): WorkerPool {
  const queue: Waiting[] = [];
  const seats = new Set<Seat>();
  let closed = false;
  let lastId = 0;

  const leave = (seat: Seat, error: Error): void => {
    if (!seats.delete(seat)) return;
    if (seat.timer) clearTimeout(seat.timer);
    seat.busy?.reject(error);
    void seat.worker.terminate();
    next();
  };

  const finish = (seat: Seat, answer: WorkerAnswer): void => {
    const { busy } = seat;
    if (!busy || busy.job.id !== answer.id) return;
    if (seat.timer) clearTimeout(seat.timer);
    seat.busy = null;
    seat.worker.unref();
    if ('error' in answer) busy.reject(new Error(`letter not compiled: ${answer.error}`));
    else busy.resolve({ pdf: answer.pdf, pages: answer.pages });
    next();
  };

  const sit = (): Seat => {
    // Without the flags of the process: under `--input-type=module` the source text below would be a module, where nothing can be required.
    const worker = new Worker(`(${letterWorker.toString()})(require)`, { eval: true, execArgv: [], workerData: start });
    const seat: Seat = { worker, busy: null, timer: null };
    worker.on('message', (answer: WorkerAnswer) => finish(seat, answer));
    worker.on('error', (error) => leave(seat, error));
    worker.on('exit', (code) => leave(seat, new Error(`letter thread ended with code ${code}`)));
    seats.add(seat);
    return seat;
  };

  const next = (): void => {
    if (closed || queue.length === 0) return;
    const seat = [...seats].find((s) => s.busy === null) ?? (seats.size < size ? sit() : null);
    const waiting = seat ? queue.shift() : undefined;
    if (!seat || !waiting) return;
    seat.busy = waiting;
    seat.worker.ref();
    seat.timer = setTimeout(() => leave(seat, new Error(`letter not compiled within ${timeoutMs} ms`)), timeoutMs);
    seat.worker.postMessage(waiting.job);
    next();
  };

  return {
    compile: (source, sheet) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error('the letter renderer is closed'));
        queue.push({ job: { id: ++lastId, source, sheet }, resolve, reject });
        next();
      }),
    async close() {
      closed = true;
      const gone = new Error('the letter renderer is closed');
      for (const waiting of queue.splice(0)) waiting.reject(gone);
      const workers = [...seats].map((seat) => seat.worker);
      for (const seat of [...seats]) leave(seat, gone);
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
