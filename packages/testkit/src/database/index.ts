// Front door: a real database for a test file. Vitest's global-setup.ts beside it starts the server.
export { runFolder, type TestDatabase, testDatabase } from './test-database.ts';
