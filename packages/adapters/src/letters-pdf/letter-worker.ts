// Letter worker: the body of a worker thread that compiles sheets. It travels as its own source text, so that it runs alike from
// TypeScript sources and from the build; hence it may use nothing from outside itself but what it is given.

/** What a worker is started with. */
export type WorkerStart = Readonly<{
  /** Resolved path of the Typst compiler. */
  compiler: string;
  fonts: readonly string[];
  sources: Readonly<Record<string, string>>;
  pdfStandard: string;
}>;

export type WorkerJob = Readonly<{ id: number; source: string; sheet: string }>;
export type WorkerAnswer =
  | Readonly<{ id: number; pdf: Uint8Array; pages: number }>
  | Readonly<{ id: number; error: string }>;

type Threads = Readonly<{
  parentPort: {
    on(event: 'message', listen: (job: WorkerJob) => void): void;
    postMessage(v: unknown, t?: unknown[]): void;
  };
  workerData: WorkerStart;
}>;

/** Runs inside the worker: one compiler for its life, its cache emptied after each sheet (else memory grows without end). */
export function letterWorker(load: (path: string) => unknown): void {
  const { parentPort, workerData } = load('node:worker_threads') as Threads;
  const { NodeCompiler } = load(workerData.compiler) as typeof import('@myriaddreamin/typst-ts-node-compiler');
  const compiler = NodeCompiler.create({ workspace: '/', fontArgs: [{ fontPaths: [...workerData.fonts] }] });
  parentPort.on('message', (job) => {
    try {
      const mainFileContent = workerData.sources[job.source] ?? '';
      const compiled = compiler.compile({ mainFileContent, inputs: { sheet: job.sheet } });
      const document = compiled.result;
      if (!document) {
        const failure = compiled.takeDiagnostics();
        const lines = failure
          ? compiler.fetchDiagnostics(failure).map((d: { message?: string }) => d.message ?? '')
          : [];
        parentPort.postMessage({ id: job.id, error: lines.join('; ') || 'no document' });
        return;
      }
      const pdf = new Uint8Array(compiler.pdf(document, { pdfStandard: workerData.pdfStandard }));
      parentPort.postMessage({ id: job.id, pdf, pages: document.numOfPages }, [pdf.buffer]);
    } catch (error) {
      parentPort.postMessage({ id: job.id, error: String(error) });
    } finally {
      compiler.evictCache(0);
    }
  });
}
