// Front door of http.
export { createServer, type ServerOptions } from './create-server.ts';
export { uploadsFolder } from './receive-file.ts';
