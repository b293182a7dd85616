import { createExposureSession, type ExposureSession } from '../../workers/exposure-session.ts';
import type { TableRequest } from '../../workers/protocol.ts';
import { cityWorker } from '../city-worker.ts';

let open: { tableUrl: string; session: ExposureSession } | null = null;

/** The one session of live questions about a table: panel, drawing and chosen rows share its zones. */
export function sessionOfTable(table: TableRequest): ExposureSession {
  if (open?.tableUrl !== table.tableUrl) {
    open?.session.cancel();
    open = { tableUrl: table.tableUrl, session: createExposureSession(cityWorker(), table) };
  }
  return open.session;
}
