// Front door of web.
export { serveWebApp } from './web-app.ts';
