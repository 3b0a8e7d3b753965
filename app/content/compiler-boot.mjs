// The loader of TypeScript has to stand in the worker before its first file is read.
import { register } from 'tsx/esm/api';

register();
await import('./compiler-worker.server.ts');
