// Front door of the HTML e-mail.
export { renderMailHtml } from './mail-html.ts';
