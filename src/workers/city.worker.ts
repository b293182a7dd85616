import { createCityHandlers } from './city-handlers.ts';
import { type RequestScope, serveRequests } from './serve-requests.ts';
import { answerTopology } from './topology-handler.ts';

const handlers = createCityHandlers();
serveRequests(globalThis as unknown as RequestScope, { ...handlers, checkTopology: answerTopology });
