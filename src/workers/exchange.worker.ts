import { createExchangeHandlers } from './exchange-handlers.ts';
import { type RequestScope, serveRequests } from './serve-requests.ts';

serveRequests(globalThis as unknown as RequestScope, { ...createExchangeHandlers() });
