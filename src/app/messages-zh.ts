import catalogZh from '../features/catalog/messages/zh-CN.json';
import coloursZh from '../features/colours/messages/zh-CN.json';
import exchangeZh from '../features/exchange/messages/zh-CN.json';
import exposureZh from '../features/exposure/messages/zh-CN.json';
import historyZh from '../features/history/messages/zh-CN.json';
import issuesZh from '../features/issues/messages/zh-CN.json';
import layersZh from '../features/layers/messages/zh-CN.json';
import reportZh from '../features/report/messages/zh-CN.json';
import sheltersZh from '../features/shelters/messages/zh-CN.json';
import workspaceZh from '../features/workspace/messages/zh-CN.json';
import zonesZh from '../features/zones/messages/zh-CN.json';
import appZh from './messages/zh-CN.json';
import vocabularyZh from './vocabulary/zh-CN.json';

/** Every Chinese text of the app by namespace; one namespace per feature. */
export const MESSAGES = {
  app: appZh,
  vocabulary: vocabularyZh,
  catalog: catalogZh,
  layers: layersZh,
  colours: coloursZh,
  zones: zonesZh,
  shelters: sheltersZh,
  exchange: exchangeZh,
  exposure: exposureZh,
  report: reportZh,
  workspace: workspaceZh,
  issues: issuesZh,
  history: historyZh,
} as const;
