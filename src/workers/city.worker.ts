import { createCityHandlers } from './city-handlers.ts';
import { type RequestScope, serveRequests } from './serve-requests.ts';
import { answerStreets } from './street-handler.ts';
import { answerTopology } from './topology-handler.ts';

const handlers = createCityHandlers();
serveRequests(globalThis as unknown as RequestScope, {
  ...handlers,
  checkTopology: answerTopology,
  indexStreets: answerStreets,
});
