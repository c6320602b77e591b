// Front door of XLSX reading.
export { inspectXlsx, readXlsx } from './read-xlsx.ts';
