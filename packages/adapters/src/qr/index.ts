// Front door of QR codes.
export { qrPng, qrSvg } from './qr-code.ts';
