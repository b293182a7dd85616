import type { MESSAGES } from './messages-en.ts';
import type { LATER_MESSAGES } from './messages-later-en.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: typeof MESSAGES & typeof LATER_MESSAGES;
    returnNull: false;
  }
}
