import { createCityHandlers } from './city-handlers.ts';
import { type RequestScope, serveRequests } from './serve-requests.ts';

const handlers = createCityHandlers();
serveRequests(globalThis as unknown as RequestScope, { ...handlers });
