// Front door of the EPC quick response code.
export { type EpcRefusal, type EpcTransfer, epcPayload } from './payload.ts';
