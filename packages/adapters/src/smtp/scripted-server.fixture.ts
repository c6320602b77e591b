// Scripted server: a mail server for tests that answers, refuses, drops or hangs exactly where it is told to.

import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';

/** What to answer at each step; `drop` cuts the connection, `hang` never answers. */
export type Script = Partial<Readonly<Record<'greeting' | 'MAIL' | 'RCPT' | 'DATA' | 'part' | 'dot' | 'RSET', string>>>;

/** Bytes of a message after which a `part` script acts. */
const PART = 20_000;

export type ScriptedServer = Readonly<{
  port: number;
  messages: () => number;
  connections: () => number;
  close(): Promise<void>;
}>;

const DEFAULTS: Readonly<Record<string, string>> = { DATA: '354 go on', dot: '250 2.0.0 taken' };

/** Starts a server on the loopback; `script` is asked anew at each step, so that a test may change its mind. */
export async function startScriptedServer(script: () => Script): Promise<ScriptedServer> {
  let messages = 0;
  let connections = 0;
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    connections++;
    sockets.add(socket);
    socket.on('error', () => {});
    const say = (step: string, fallback: string): void => {
      const answer = (script() as Record<string, string | undefined>)[step] ?? DEFAULTS[step] ?? fallback;
      if (answer === 'drop') socket.destroy();
      else if (answer !== 'hang') socket.write(`${answer}\r\n`);
    };
    let inData = false;
    let body = '';
    let line = '';
    const command = (text: string): void => {
      const verb = text.slice(0, 4).toUpperCase();
      if (verb === 'EHLO') socket.write('250-scripted\r\n250 SIZE 30000000\r\n');
      else if (verb === 'QUIT') socket.end('221 bye\r\n');
      else {
        inData = verb === 'DATA' && (script().DATA ?? '354').startsWith('354');
        say(verb, '250 2.0.0 ok');
      }
    };
    const read = (text: string): void => {
      if (!inData) {
        line += text;
        for (let end = line.indexOf('\r\n'); end >= 0 && !inData; end = line.indexOf('\r\n')) {
          const whole = line.slice(0, end);
          line = line.slice(end + 2);
          command(whole);
        }
        return;
      }
      body += text;
      if (script().part && body.length > PART) {
        say('part', 'drop');
        return;
      }
      if (!body.endsWith('\r\n.\r\n')) return;
      inData = false;
      body = '';
      messages++;
      say('dot', '250 ok');
    };
    socket.setEncoding('latin1').on('data', (chunk) => read(String(chunk)));
    say('greeting', '220 scripted');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    messages: () => messages,
    connections: () => connections,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
