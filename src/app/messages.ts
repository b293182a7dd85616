import briefingEn from '../features/briefing/messages/en.json';
import briefingZh from '../features/briefing/messages/zh-CN.json';
import catalogEn from '../features/catalog/messages/en.json';
import catalogZh from '../features/catalog/messages/zh-CN.json';
import coloursEn from '../features/colours/messages/en.json';
import coloursZh from '../features/colours/messages/zh-CN.json';
import exchangeEn from '../features/exchange/messages/en.json';
import exchangeZh from '../features/exchange/messages/zh-CN.json';
import exposureEn from '../features/exposure/messages/en.json';
import exposureZh from '../features/exposure/messages/zh-CN.json';
import historyEn from '../features/history/messages/en.json';
import historyZh from '../features/history/messages/zh-CN.json';
import inspectEn from '../features/inspect/messages/en.json';
import inspectZh from '../features/inspect/messages/zh-CN.json';
import issuesEn from '../features/issues/messages/en.json';
import issuesZh from '../features/issues/messages/zh-CN.json';
import layersEn from '../features/layers/messages/en.json';
import layersZh from '../features/layers/messages/zh-CN.json';
import reportEn from '../features/report/messages/en.json';
import reportZh from '../features/report/messages/zh-CN.json';
import rowsEn from '../features/rows/messages/en.json';
import rowsZh from '../features/rows/messages/zh-CN.json';
import sheltersEn from '../features/shelters/messages/en.json';
import sheltersZh from '../features/shelters/messages/zh-CN.json';
import sunEn from '../features/sun/messages/en.json';
import sunZh from '../features/sun/messages/zh-CN.json';
import workspaceEn from '../features/workspace/messages/en.json';
import workspaceZh from '../features/workspace/messages/zh-CN.json';
import zonesEn from '../features/zones/messages/en.json';
import zonesZh from '../features/zones/messages/zh-CN.json';
import appEn from './messages/en.json';
import appZh from './messages/zh-CN.json';
import vocabularyEn from './vocabulary/en.json';
import vocabularyZh from './vocabulary/zh-CN.json';

/** Every text of the app, by language and namespace; one namespace per feature. */
export const MESSAGES = {
  'zh-CN': {
    app: appZh,
    vocabulary: vocabularyZh,
    catalog: catalogZh,
    layers: layersZh,
    colours: coloursZh,
    inspect: inspectZh,
    zones: zonesZh,
    shelters: sheltersZh,
    exchange: exchangeZh,
    exposure: exposureZh,
    report: reportZh,
    rows: rowsZh,
    sun: sunZh,
    workspace: workspaceZh,
    issues: issuesZh,
    briefing: briefingZh,
    history: historyZh,
  },
  en: {
    app: appEn,
    vocabulary: vocabularyEn,
    catalog: catalogEn,
    layers: layersEn,
    colours: coloursEn,
    inspect: inspectEn,
    zones: zonesEn,
    shelters: sheltersEn,
    exchange: exchangeEn,
    exposure: exposureEn,
    report: reportEn,
    rows: rowsEn,
    sun: sunEn,
    workspace: workspaceEn,
    issues: issuesEn,
    briefing: briefingEn,
    history: historyEn,
  },
} as const;
