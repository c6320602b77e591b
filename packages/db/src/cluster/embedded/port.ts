// A free loopback port: the remembered one if nobody took it meanwhile.
import { createServer } from 'node:net';

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}

/** `remembered` when free on 127.0.0.1, else another free one (0 means none remembered). */
export async function choosePort(remembered: number): Promise<number> {
  const port = (remembered > 0 ? await tryPort(remembered) : undefined) ?? (await tryPort(0));
  if (port === undefined) throw new Error('no free port on 127.0.0.1');
  return port;
}
