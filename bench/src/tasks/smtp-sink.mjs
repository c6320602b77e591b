// Task: a mail server on loopback that takes every message and keeps none. Prints its port; ends with its parent.
import { SMTPServer } from 'smtp-server';

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData(stream, _session, done) {
    stream.on('end', done);
    stream.resume();
  },
});
server.on('error', () => {}); // a client that hangs up is no concern of a sink
server.listen(0, '127.0.0.1', () => console.log(server.server.address().port));
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
