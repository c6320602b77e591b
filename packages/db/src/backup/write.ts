// The backup brought back. Only use cases call this.
export { type Loaded, type LoadOrder, type LoadRefusal, loadDatabase } from './load.ts';
