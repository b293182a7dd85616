import catalogEn from '../features/catalog/messages/en.json';
import coloursEn from '../features/colours/messages/en.json';
import exchangeEn from '../features/exchange/messages/en.json';
import exposureEn from '../features/exposure/messages/en.json';
import historyEn from '../features/history/messages/en.json';
import issuesEn from '../features/issues/messages/en.json';
import layersEn from '../features/layers/messages/en.json';
import reportEn from '../features/report/messages/en.json';
import sheltersEn from '../features/shelters/messages/en.json';
import workspaceEn from '../features/workspace/messages/en.json';
import zonesEn from '../features/zones/messages/en.json';
import appEn from './messages/en.json';
import vocabularyEn from './vocabulary/en.json';

/** Every English text of the app by namespace; one namespace per feature. */
export const MESSAGES = {
  app: appEn,
  vocabulary: vocabularyEn,
  catalog: catalogEn,
  layers: layersEn,
  colours: coloursEn,
  zones: zonesEn,
  shelters: sheltersEn,
  exchange: exchangeEn,
  exposure: exposureEn,
  report: reportEn,
  workspace: workspaceEn,
  issues: issuesEn,
  history: historyEn,
} as const;
